// Cuts runs of the real Pulumi CLI at every request, in every way, and writes the record into docs/interruption.md.
//
// It takes about an hour on two cores that do nothing else. What has passed is kept in docs/interruption.jsonl, so it can be
// stopped and started again; delete that file to begin anew.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { interruptionPage } from "./interruption/page.mjs";
import { root } from "./setup/places.mjs";

const record = process.env.INTERRUPTION_RECORD || join(root, "docs", "interruption.jsonl");

// Only this file, which the configuration of jest leaves out.
const matrix = "<rootDir>/test/interruption-engine/whole-matrix.ts";
const { status } = spawnSync(process.execPath, [join(root, "scripts/jest.mjs"), "--testMatch", matrix], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, INTERRUPTION_RECORD: record },
});

if (existsSync(record)) {
  writeFileSync(join(root, "docs/interruption.md"), await interruptionPage(readFileSync(record, "utf8")));
  console.log("The record is in docs/interruption.md.");
}
process.exitCode = status ?? 1;
