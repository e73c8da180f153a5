import type { Clock, Dice } from "../clock";
import type { Connect, Connection, PlaceArguments } from "../dcs/connection";
import { DcsError } from "../errors";
import { type Patience, unlessStopped } from "../waiter";
import type { Queue } from "./queue";

/** What an operation works with; all of it is passed in. */
export interface Operation {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly connect: Connect;
  /** Aborts when Pulumi was asked to stop. */
  readonly signal: AbortSignal;
  /** The milliseconds that an orphan may still take to see to what it has made; nothing while the engine lives. */
  readonly orphanLimit: () => number | undefined;
  /** The line of those who want a backup of the same instance, for all resources of a process. */
  readonly queue: Queue;
  /** What this process has taken over, so that a renamed or replaced resource does not delete it from under the new one. */
  readonly takenOver: Set<string>;
  /** Says something on the row of the resource with this URN. */
  readonly say: (owner: string, text: string) => void;
  /** The same, for what must not be missed. */
  readonly warn: (owner: string, text: string) => void;
}

/** The patience of an operation that may take `budget` milliseconds from now on. */
export function patienceOf({ clock, signal }: Operation, budget: number): Patience {
  return { clock, signal, deadline: clock.now() + budget };
}

/** Connects, unless Pulumi was asked to stop meanwhile: the others who need the same token go on. */
export async function connected(
  { connect, signal, say, warn }: Operation,
  args: PlaceArguments & { readonly owner: string },
): Promise<Connection> {
  const tell = {
    say: (text: string) => {
      say(args.owner, text);
    },
    warn: (text: string) => {
      warn(args.owner, text);
    },
  };
  const connection = await unlessStopped(connect(args, tell), signal);
  if (connection) return connection;
  throw new DcsError("interrupted", "Nothing was sent to DCS, as Pulumi was asked to stop. Run pulumi again to go on.");
}
