// Measures how far the quick tests reach and what they notice, and writes docs/quality.json and docs/quality.md from it.
//   npm run quality                 all of it
//   npm run quality -- --coverage   only how far they reach; what they notice stays as it was measured
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { format } from "prettier";
import { FIGURES, qualityPage } from "./quality/page.mjs";
import { coverageByRoom, mutantsByRoom } from "./quality/rooms.mjs";
import { root } from "./setup/places.mjs";

const { values } = parseArgs({ options: { coverage: { type: "boolean", default: false } } });
const reports = join(root, ".local");
const figures = existsSync(FIGURES) ? JSON.parse(readFileSync(FIGURES, "utf8")) : {};
const today = new Date().toISOString().slice(0, 10);

if (run("test:coverage") !== 0) throw new Error("The quick tests do not pass, so nothing was measured.");
figures.coverage = { date: today, rooms: coverageByRoom(join(reports, "coverage/coverage-summary.json")) };
if (!values.coverage) {
  // Stryker's exit code is also its judgement; the page shows a bad score as well, but never that of an earlier run.
  const report = join(reports, "mutation.json");
  rmSync(report, { force: true });
  process.exitCode = run("test:mutation");
  if (!existsSync(report)) throw new Error("Stryker stopped before it broke anything; its words above say why.");
  figures.mutation = { date: today, rooms: mutantsByRoom(report) };
}
if (!figures.mutation) throw new Error("There are no figures of mutants yet: run it once without --coverage.");
writeFileSync(FIGURES, await format(JSON.stringify(figures), { parser: "json", printWidth: 120 }));
const { path, text } = await qualityPage();
writeFileSync(join(root, path), text);

function run(script) {
  return spawnSync("npm", ["run", script], { cwd: root, stdio: "inherit" }).status ?? 1;
}
