import type { CutCase, Operation } from "../support/cuts";
import { casesOf } from "../support/cuts";
import type { Properties } from "./stack";

/** The ID of a backup that somebody else has taken; `adopt` takes it over. */
export const ADOPTED = "aaaaaaaa-0000-4000-8000-000000000001";

/** An operation, and how `pulumi up` is brought to do it. */
export interface Occasion {
  readonly operation: Operation;
  /** The operation, and what is special about it. */
  readonly title: string;
  /** What the stack knows before: no backup, one whose create was stopped, or a finished one, of the release 1. */
  readonly known: "nothing" | "unfinished" | "finished";
  /** What somebody else's backup does that the program adopts. */
  readonly adopted?: "runs" | "is there";
  /** The arguments that the program declares a backup with; it declares none where they are missing. */
  readonly program?: Properties;
  /** What it sends when nobody cuts it. */
  readonly requests: readonly ("POST" | "GET" | "DELETE")[];
  /** How many of these are sent up to the answer that ends a create of ours. */
  readonly ofCreate: number;
  /** After so many looks, what is on its way at the service gets done. */
  readonly looks: number;
  /** Only the first requests are cut, where the others are as in another occasion. */
  readonly cutUpTo?: number;
  /** Signs in by name and password, so that the first request asks for a token. */
  readonly password?: true;
  /** After the cut everything is destroyed, without another `up`. */
  readonly givenUp?: true;
}

const release = (number: number): Properties => ({ triggers: { release: number } });
const none = { known: "nothing", ofCreate: 0, looks: 1 } as const;

const create: Occasion = {
  ...none,
  operation: "create",
  title: "create",
  program: release(1),
  requests: ["POST", "GET", "GET"],
  ofCreate: 3,
};

// Its first look is for the backup's existence; with the second one the wait begins.
const adopt: Occasion = {
  ...none,
  operation: "adopt",
  title: "adopt",
  adopted: "runs",
  program: { adopt: ADOPTED },
  requests: ["GET", "GET", "GET"],
  looks: 2,
};

const update: Occasion = {
  ...none,
  operation: "update",
  title: "update",
  known: "unfinished",
  program: release(1),
  requests: ["GET", "GET"],
};

const replacement: Occasion = {
  ...create,
  operation: "replacement",
  title: "replacement",
  known: "finished",
  program: release(2),
  requests: ["POST", "GET", "GET", "DELETE", "GET", "GET"],
};

export const OCCASIONS = {
  create,
  createGivenUp: { ...create, title: "create, given up afterwards", givenUp: true },
  withPassword: {
    ...create,
    title: "create, with a password",
    requests: ["POST", ...create.requests],
    ofCreate: 4,
    cutUpTo: 1,
    password: true,
  },
  update,
  delete: { ...none, operation: "delete", title: "delete", known: "finished", requests: ["DELETE", "GET", "GET"] },
  replacement,
  replacementGivenUp: { ...replacement, title: "replacement, given up afterwards", cutUpTo: 3, givenUp: true },
  adopt,
  adoptFinished: {
    ...adopt,
    title: "adopt, of a finished backup",
    adopted: "is there",
    requests: ["GET"],
  },
  adoptGivenUp: { ...adopt, title: "adopt, given up afterwards", givenUp: true },
} as const satisfies Record<string, Occasion>;

/** The cases of an occasion. */
export function casesOfOccasion({ operation, requests, cutUpTo = requests.length }: Occasion): CutCase[] {
  return casesOf(operation, cutUpTo);
}
