// The package side by side with the limit:
//   npm run bench                   (writes docs/performance.md and its plots)
//   npm run bench -- --quick        (in under three minutes; writes no page)
//   npm run bench -- --full         (also a run of 1000 backups)
//   npm run bench -- --only 300     (takes these figures anew, the others stay as the JSON has them; see groups.ts)
//   npm run bench -- --draw         (measures nothing: draws the page anew from docs/performance.json)
//   npm run bench -- --json FILE    (also writes the figures there, for npm run bench:check -- FILE)
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { measure } from "./measure";
import { pages, RESULTS } from "./page";
import { type Results, secondsOf } from "./results";
import { ROOT } from "./root";
import { table } from "./table";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
    json: { type: "string" },
    draw: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
  },
});

bench().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function bench() {
  const extent = values.quick ? "quick" : values.full ? "full" : "usual";
  const file = values.json === undefined ? join(ROOT, RESULTS) : resolve(values.json);
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Results) : undefined; // of an earlier run
  if (values.draw) {
    if (known === undefined) throw new Error(`There are no figures to draw in ${file}.`);
    await write(known);
    return;
  }
  const results = await measure(extent, { only: values.only, known }, (line) => {
    console.error(line);
  });
  if (values.json !== undefined) writeFileSync(file, `${JSON.stringify(results)}\n`);
  if (extent !== "quick") await write(results);
  const { processor, cores, memory, load, versions } = results.machine;
  console.log(`${processor}, ${cores} cores, ${memory} GB, load ${load.map((each) => each.toFixed(1)).join(" to ")}`);
  console.log(`${versions}\n\n${table(results)}\n\nTook ${secondsOf(results)} s.`);
}

async function write(results: Results) {
  for (const page of await pages(results)) writeFileSync(join(ROOT, page.path), page.text);
}
