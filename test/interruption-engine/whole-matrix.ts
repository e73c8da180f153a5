// Not part of the tests that run by default: `npm run test:interruption:full` names this file to jest.
import { appendFileSync } from "node:fs";
import { type CutCase, sentenceOf } from "../support/cuts";
import { CASES, OCCASIONS } from "./operations";
import { prepareStacks } from "./prepared";
import { runCase } from "./run-case";
import { type Tried, triedIn } from "./tried";

/** Set by the script: the file that keeps what was tried, and how many cases run at the same time. */
const FILE = process.env["INTERRUPTION_RECORD"] ?? "";
const AT_ONCE = Number(process.env["INTERRUPTION_AT_ONCE"] ?? 2);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A case that takes longer hangs. */
const CASE_LIMIT = 15 * MINUTE;

test(
  "nothing is lost and nothing is left, wherever a run of the CLI is cut",
  async () => {
    const passed = new Set(triedIn(FILE).flatMap((tried) => (tried.failure === null ? sentenceOf(tried) : [])));
    const left = CASES.filter((each) => !passed.has(sentenceOf(each)));
    const prepared = await prepareStacks();
    const failed: Tried[] = [];

    async function work(): Promise<void> {
      for (let next = left.shift(); next; next = left.shift()) {
        const tried = await attempt(next, () => runCase(next, prepared));
        appendFileSync(FILE, `${JSON.stringify(tried)}\n`);
        if (tried.failure !== null) failed.push(tried);
      }
    }

    try {
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    } finally {
      prepared.remove();
    }
    expect(failed.map((tried) => `${sentenceOf(tried)}\n${tried.failure ?? ""}`)).toEqual([]);
  },
  DAY,
);

async function attempt(each: CutCase, run: () => ReturnType<typeof runCase>): Promise<Tried> {
  const began = Date.now();
  const method = OCCASIONS[each.operation].requests[each.request - 1] ?? "";
  let timer: NodeJS.Timeout | undefined;
  const hanging = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, CASE_LIMIT, "It hangs.");
  });
  const ended = run().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  const outcome = await Promise.race([ended, hanging]);
  clearTimeout(timer);
  const shown = typeof outcome === "string" ? { failure: outcome } : { failure: null, ...outcome };
  return { ...each, method, began, ended: Date.now(), ...shown };
}
