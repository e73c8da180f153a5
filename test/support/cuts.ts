import { seededDice } from "./dice";

/** What ends a run before its time. */
export const CUTS = [
  "kill -9 of the CLI",
  "kill -9 of the host",
  "kill -9 of both",
  "SIGINT once",
  "SIGINT twice",
  "SIGTERM",
] as const;
export type Cut = (typeof CUTS)[number];

/** How far a request has come when the run is cut. After the answer: the simulator's journal has it, and it is on its way. */
export const STAGES = ["before its receipt", "after its effect and before its answer", "after its answer"] as const;
export type Stage = (typeof STAGES)[number];

/** What the run was doing. The update goes on waiting for a backup whose create was stopped. */
export const OPERATIONS = ["create", "update", "delete", "replacement", "adopt"] as const;
export type Operation = (typeof OPERATIONS)[number];

/** One run that is cut at one moment. */
export interface CutCase {
  readonly operation: Operation;
  /** Which request of the operation, counted from 1. */
  readonly request: number;
  readonly stage: Stage;
  readonly cut: Cut;
}

/** All cases of an operation that sends so many requests. */
export function casesOf(operation: Operation, requests: number): CutCase[] {
  const numbers = Array.from({ length: requests }, (_, index) => index + 1);
  return numbers.flatMap((request) =>
    STAGES.flatMap((stage) => CUTS.map((cut) => ({ operation, request, stage, cut }))),
  );
}

/** The case as a sentence, such as "create, request 2, after its answer: SIGINT once". */
export function sentenceOf({ operation, request, stage, cut }: CutCase): string {
  return `${operation}, request ${request}, ${stage}: ${cut}`;
}

/**
 * So many of the cases, the same for the same seed. Operations, cuts and stages are spread as evenly as their number allows:
 * a small sample has all of them.
 */
export function sampleOf(cases: readonly CutCase[], count: number, seed: number): CutCase[] {
  const dice = seededDice(seed);
  const left = cases.map((each) => ({ each, order: dice() })).sort((one, other) => one.order - other.order);
  const taken: CutCase[] = [];
  while (taken.length < count && left.length > 0) {
    const crowds = left.map(({ each }) => crowdOf(each, taken));
    const [next] = left.splice(crowds.indexOf(Math.min(...crowds)), 1);
    if (next) taken.push(next.each);
  }
  return taken;
}

/** How much of a case is in the sample already. */
function crowdOf(given: CutCase, taken: readonly CutCase[]): number {
  const parts = ["operation", "cut", "stage"] as const;
  return parts.reduce((sum, part) => sum + taken.filter((each) => each[part] === given[part]).length, 0);
}
