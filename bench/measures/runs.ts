import { median, spread } from "../median";
import { inTurns, type Pair, PAIRS, pairsOf } from "../pairs";
import type { Kind } from "../programs";
import type { Measured } from "../results";
import { startService } from "../service";
import { makeStack } from "../stack";

/** A command that is timed, with its flags. */
type Command = readonly [name: string, ...flags: string[]];

/** Without a preview of its own, which is measured by itself. */
export const UP: Command = ["up", "--yes", "--skip-preview"];
export const DESTROY: Command = ["destroy", "--yes", "--skip-preview"];

interface Asked<Limit extends Kind> {
  readonly count: number;
  /** What ours is measured beside. */
  readonly limits: readonly Limit[];
  readonly times?: number;
  /** Seconds that a backup takes. */
  readonly pace?: number;
  /** Added to each command. */
  readonly flags?: readonly string[];
  /** What is done between `up` and `destroy`. */
  readonly between?: readonly Command[];
}

/** Milliseconds of each command of a stack's life, `up` first, `destroy` last. */
type Life = readonly number[];

/**
 * Runs the whole life of a stack with ours and with resources that do nothing, in turns. Each life begins with a service and a
 * stack that are empty.
 */
export async function lives<Limit extends Kind>(asked: Asked<Limit>): Promise<Record<Limit | "ours", Life[]>> {
  const { count, limits, times = PAIRS, pace = 0, flags = [], between = [] } = asked;
  const simulator = await startService(count, pace);
  const kinds = ["ours" as const, ...limits];
  const made = await Promise.all(kinds.map(async (kind) => [kind, await makeStack(kind, count, simulator)] as const));
  const stacks = new Map<Kind, (typeof made)[number][1]>(made);
  try {
    return await inTurns<Limit | "ours", Life>(times, kinds, async (kind) => {
      simulator.reset();
      const took: number[] = [];
      for (const command of [UP, ...between, DESTROY]) {
        took.push((await stacks.get(kind)?.timed(...command, ...flags)) ?? NaN);
      }
      return took;
    });
  } finally {
    for (const stack of stacks.values()) stack.remove();
    await simulator.close();
  }
}

/** `up` and `destroy` together. */
export function upAndDestroy(ours: readonly Life[], limit: readonly Life[]): Pair[] {
  const sum = (took: Life) => (took.at(0) ?? NaN) + (took.at(-1) ?? NaN);
  return pairsOf(ours.map(sum), limit.map(sum));
}

/** One of the commands, by its place. */
export function oneCommand(ours: readonly Life[], limit: readonly Life[], place: number): Pair[] {
  const one = (took: Life) => took[place] ?? NaN;
  return pairsOf(ours.map(one), limit.map(one));
}

/** How many times the limit ours takes: the median of the turns' own ratios. */
export function ratio(pairs: readonly Pair[]): Measured {
  const ratios = pairs.map(({ ours, limit }) => ours / limit);
  return { value: median(ratios), spread: spread(ratios), pairs };
}

/** How much more than the limit ours takes: the median of the turns' own differences. */
export function difference(pairs: readonly Pair[]): Measured {
  const over = pairs.map(({ ours, limit }) => ours - limit);
  return { value: median(over), spread: spread(over), pairs };
}
