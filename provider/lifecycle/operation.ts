import type { Clock, Dice } from "../clock";
import type { Connect } from "../dcs/connection";
import type { Patience } from "../waiter";
import type { Queue } from "./queue";

/** What an operation works with; all of it is passed in. */
export interface Operation {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly connect: Connect;
  /** Aborts when Pulumi was asked to stop. */
  readonly signal: AbortSignal;
  /** The line of those who want a backup of the same instance, for all resources of a process. */
  readonly queue: Queue;
  /** Says something on the row of the resource with this URN. */
  readonly say: (owner: string, text: string) => void;
}

/** The patience of an operation that may take `budget` milliseconds from now on. */
export function patienceOf({ clock, signal }: Operation, budget: number): Patience {
  return { clock, signal, deadline: clock.now() + budget };
}
