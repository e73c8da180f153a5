import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { format } from "prettier";
import { pulumiCli } from "../pulumi/cli.mjs";
import { root } from "../setup/places.mjs";

/**
 * @typedef {{ operation: string, request: number, stage: string, cut: string, method: string, began: number, ended: number,
 *   failure: string | null, unknown?: number, locked?: boolean, deleted?: { cutOff: number, named: number } }} Tried
 */

/**
 * docs/interruption.md, from the lines of a record.
 * @param {string} lines
 * @returns {Promise<string>}
 */
export async function interruptionPage(lines) {
  const tried = latest(lines);
  const [operations, cuts] = [distinct(tried, "operation"), distinct(tried, "cut").sort()];
  const passed = tried.filter(({ failure }) => failure === null);
  const of = (/** @type {Tried[]} */ some) =>
    `${some.filter(({ failure }) => failure === null).length} of ${some.length}`;
  const page = `# Runs that were cut on purpose

The real Pulumi CLI did each operation against the simulator, was cut at each request in each way, and was recovered as one
usually does: \`pulumi cancel\` where the lock stayed, \`pulumi up\`, \`pulumi-dcs-backup leftovers --delete\`, \`pulumi destroy\`.
After each: nothing that the state calls created is missing, the service holds nothing of ours any more and everything of
others, never more than one backup ran, and no provider's process is left. What each way of cutting means is told in
[operations.md](operations.md). (Made by \`npm run test:interruption:full\` from what it tried.)

| | |
| --- | --- |
| Date | ${dayOf(Math.max(...tried.map(({ ended }) => ended)))} |
| Versions | ${versions()} |
| Machine | ${availableParallelism()} cores; at most ${atOnce(tried)} cases at a time |
| Requests at which a run was cut | ${boundaries(tried).length} |
| Cases | ${tried.length}: each request before its receipt, after its effect, after its answer; each cut in ${cuts.length} ways |
| Not tried yet | ${untried(tried) || "none"} |
| Passed | ${of(tried)} |
| Tried again after a failure | ${again(lines, tried)} |
| Time | ${minutes(tried)} minutes |

## Passed, by operation and cut

| | ${cuts.join(" | ")} |
| --- | ${cuts.map(() => "---").join(" | ")} |
${operations.map((operation) => `| ${operation} (${requestsOf(tried, operation)}) | ${cuts.map((cut) => of(only(tried, { operation, cut }))).join(" | ")} |`).join("\n")}

## What the cut alone had left

Counted in the cases that passed.

| | ${cuts.join(" | ")} |
| --- | ${cuts.map(() => "---").join(" | ")} |
${row("a backup whose ID the state did not know", (each) => (each.unknown ?? 0) > 0)}
${row("… and `leftovers --delete` deleted it", (each) => (each.deleted?.cutOff ?? 0) > 0)}
${row("… and it had to be named by `--delete-backup`", (each) => (each.deleted?.named ?? 0) > 0)}
${row("a lock that `pulumi cancel` had to remove", (each) => each.locked === true)}
`;
  return format(page, { parser: "markdown", printWidth: 120 });

  /** @param {string} what @param {(each: Tried) => boolean} isSo */
  function row(what, isSo) {
    return `| ${what} | ${cuts.map((cut) => only(passed, { cut }).filter(isSo).length).join(" | ")} |`;
  }
}

const OPERATIONS = ["create", "update", "delete", "replacement", "adopt"];
const CASES_OF_ONE_REQUEST = 18;

/** What a run that was stopped has left for the next one. @param {Tried[]} tried */
function untried(tried) {
  return OPERATIONS.flatMap((operation) => {
    const some = only(tried, { operation });
    if (some.length === 0) return [operation];
    return some.length % CASES_OF_ONE_REQUEST === 0 ? [] : [`part of ${operation}`];
  }).join(", ");
}

/** @param {string} lines @returns {Tried[]} */
const all = (lines) =>
  lines
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** @param {Tried} each */
const nameOf = ({ operation, request, stage, cut }) => [operation, request, stage, cut].join();

/** The last word on each case. @param {string} lines @returns {Tried[]} */
const latest = (lines) => [...new Map(all(lines).map((each) => [nameOf(each), each])).values()];

/** @param {Tried[]} tried @param {"operation" | "cut"} part */
const distinct = (tried, part) => [...new Set(tried.map((each) => each[part]))];

/** @param {Tried[]} tried @param {Partial<Tried>} wanted */
const only = (tried, wanted) =>
  tried.filter((each) =>
    Object.entries(wanted).every(([key, value]) => each[/** @type {keyof Tried} */ (key)] === value),
  );

/** @param {Tried[]} tried */
const boundaries = (tried) => [...new Set(tried.map(({ operation, request }) => `${operation} ${request}`))];

/** @param {Tried[]} tried @param {string} operation */
function requestsOf(tried, operation) {
  const methods = new Map(only(tried, { operation }).map(({ request, method }) => [request, method]));
  return [...methods]
    .sort(([one], [other]) => one - other)
    .map(([, method]) => method)
    .join(", ");
}

/** How many cases have been tried more than once. @param {string} lines @param {Tried[]} tried */
function again(lines, tried) {
  const counts = new Map();
  for (const each of all(lines)) counts.set(nameOf(each), (counts.get(nameOf(each)) ?? 0) + 1);
  return tried.filter((each) => counts.get(nameOf(each)) > 1).length;
}

function versions() {
  const versionOf = (/** @type {string} */ path) => JSON.parse(readFileSync(join(root, path), "utf8")).version;
  const sdk = versionOf("node_modules/@pulumi/pulumi/package.json");
  const ours = versionOf("provider/package.json");
  return `pulumi-dcs-backup ${ours}, Pulumi CLI ${pulumiCli().version}, @pulumi/pulumi ${sdk}, Node.js ${process.versions.node}`;
}

/** The most cases that ran at the same time. @param {Tried[]} tried */
function atOnce(tried) {
  return Math.max(
    ...tried.map(({ began }) => tried.filter((each) => each.began <= began && began < each.ended).length),
  );
}

/** @param {number} time */
const dayOf = (time) => new Date(time).toISOString().slice(0, 10);

/** The time in which at least one case ran. @param {Tried[]} tried */
function minutes(tried) {
  let [sum, until] = [0, 0];
  for (const { began, ended } of [...tried].sort((one, other) => one.began - other.began)) {
    sum += Math.max(0, ended - Math.max(began, until));
    until = Math.max(until, ended);
  }
  return Math.round(sum / 60_000);
}
