// The package side by side with the limit:
//   npm run bench                   (writes docs/performance.md and its plots)
//   npm run bench -- --quick        (in under three minutes; writes no page)
//   npm run bench -- --full         (also a run of 1000 backups)
//   npm run bench -- --json FILE    (also writes the figures there, for npm run bench:check -- FILE)
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { measure } from "./measure";
import { pages, RESULTS } from "./page";
import type { Results } from "./results";
import { ROOT } from "./root";
import { table } from "./table";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
    json: { type: "string" },
  },
});

void bench();

async function bench() {
  const extent = values.quick ? "quick" : values.full ? "full" : "usual";
  const results = await measure(extent, (line) => {
    console.error(line);
  });
  const text = `${JSON.stringify(results, undefined, 2)}\n`;
  if (values.json !== undefined) writeFileSync(resolve(values.json), text);
  if (extent !== "quick") await write(results, text);
  const { processor, cores, memory, load, versions } = results.machine;
  console.log(`${processor}, ${cores} cores, ${memory} GB, load ${load.map((each) => each.toFixed(1)).join(" to ")}`);
  console.log(`${versions}\n`);
  console.log(table(results));
  console.log(
    `\nThe simulator answers ${results.simulator} requests a second with 1000 in flight. Took ${results.took} s.`,
  );
}

async function write(results: Results, text: string) {
  writeFileSync(join(ROOT, RESULTS), text);
  for (const page of await pages(results)) writeFileSync(join(ROOT, page.path), page.text);
}
