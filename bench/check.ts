// Holds a run's figures against the goals: npm run bench:check -- FILE
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { FIGURES } from "./figures";
import { verdicts } from "./judge";
import type { Results } from "./results";
import { value } from "./table";

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("Give the file that `npm run bench -- --json FILE` wrote.");
  process.exit(2);
}
check(JSON.parse(readFileSync(resolve(file), "utf8")) as Results); // what bench.ts wrote

function check(results: Results) {
  const judged = verdicts(results);
  for (const { id, verdict, value: measured, exception } of judged) {
    if (verdict === "met") continue;
    const { name, unit, goal } = FIGURES[id];
    const is = measured === undefined ? "was not measured" : `is ${value(measured, unit)}`;
    const why = exception ? ` Accepted up to ${value(exception.accepted, unit)}: ${exception.finding}` : "";
    console.log(`${verdict}: ${name} ${is}; the goal is ${value(goal, unit)}.${why}`);
  }
  const count = (wanted: string) => judged.filter(({ verdict }) => verdict === wanted).length;
  console.log(`${count("met")} goals met, ${count("behind")} behind and explained, ${count("missed")} missed.`);
  if (count("missed") > 0) process.exitCode = 1;
}
