// Plays random histories of two stacks in virtual time, on all cores:
//   npm run test:histories -- --runs 10000 --seed 7     (a failure is printed short, with the line that replays it)
//   npm run test:histories -- --seed 7 --path 12:3:0    (replays one)
// The same through Pulumi's own dynamic hosts, with HTTP and kill -9. A failure is printed as it is; since processes are real,
// it comes again at a replay in most cases, not in all. The same seed and path play the same history in memory.
//   npm run test:histories:host -- --runs 300 --seed 7
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { COMPILED, compileHistories } from "./histories/compile.mjs";
import { playIn } from "./histories/play.mjs";

const { values } = parseArgs({
  options: {
    runs: { type: "string" },
    seed: { type: "string" },
    path: { type: "string" },
    host: { type: "boolean", default: false },
  },
});
const runs = wholeNumber("runs", values.runs ?? (values.host ? "300" : "10000"));
const seed = wholeNumber("seed", values.seed ?? String(Math.floor(Math.random() * 2 ** 30)));
const shares = values.path === undefined ? availableParallelism() : 1;

compileHistories();
const began = Date.now();
// Neighbouring seeds would overlap when they are given one after the other.
const share = (index) => ({
  runs: Math.ceil(runs / shares),
  seed: seed + index * 1_000_003,
  path: values.path,
  host: values.host,
});
const failures = (
  await Promise.all(Array.from({ length: shares }, (_, index) => playIn(COMPILED, share(index))))
).filter((failure) => failure !== undefined);
for (const failure of failures) console.error(failure);
const seconds = Math.round((Date.now() - began) / 1_000);
if (failures.length === 0)
  console.log(`${runs} histories of seed ${seed} passed in ${seconds} s on ${shares} processes.`);
else process.exitCode = 1;

function wholeNumber(name, text) {
  if (/^\d+$/.test(text)) return Number(text);
  console.error(`--${name} ${text} is no whole number.`);
  process.exit(2);
}
