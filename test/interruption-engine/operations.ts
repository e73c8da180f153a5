import { backup, release } from "../engine/shop";
import type { CutCase, Operation } from "../support/cuts";
import { casesOf, OPERATIONS } from "../support/cuts";

/** What a stack and its instance hold before the operation: no backup, one whose create was stopped, or a finished one. */
export type Known = "nothing" | "unfinished" | "finished";

/** The ID of a running backup that somebody else has begun; `adopt` takes it over. */
export const ADOPTED = "aaaaaaaa-0000-4000-8000-000000000001";

/** How `pulumi up` is brought to do an operation. */
interface Occasion {
  readonly known: Known;
  readonly program: string;
  /** What it sends when nobody cuts it. One look finds the work on its way; before the next one it is done. */
  readonly requests: readonly ("POST" | "GET" | "DELETE")[];
  /** After so many looks in a row, what is on its way gets done. */
  readonly looks: number;
}

export const OCCASIONS: Readonly<Record<Operation, Occasion>> = {
  create: { known: "nothing", program: release(1), requests: ["POST", "GET", "GET"], looks: 1 },
  update: { known: "unfinished", program: release(1), requests: ["GET", "GET"], looks: 1 },
  delete: { known: "finished", program: "", requests: ["DELETE", "GET", "GET"], looks: 1 },
  replacement: {
    known: "finished",
    program: release(2),
    requests: ["POST", "GET", "GET", "DELETE", "GET", "GET"],
    looks: 1,
  },
  // Its first look is for the backup's existence; with the second one the wait begins.
  adopt: {
    known: "nothing",
    program: backup({ args: `adopt: "${ADOPTED}"` }),
    requests: ["GET", "GET", "GET"],
    looks: 2,
  },
};

/** The whole matrix. */
export const CASES: readonly CutCase[] = OPERATIONS.flatMap((operation) =>
  casesOf(operation, OCCASIONS[operation].requests.length),
);
