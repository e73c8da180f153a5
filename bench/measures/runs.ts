import { median, spread } from "../median";
import { interleave, type Pair, PAIRS } from "../pairs";
import type { Kind } from "../programs";
import type { Measured } from "../results";
import { startService } from "../service";
import { makeStack } from "../stack";

/** A command that is timed, with its flags. */
export type Command = readonly [name: string, ...flags: string[]];

export const UP: Command = ["up", "--yes", "--skip-preview"];
export const DESTROY: Command = ["destroy", "--yes", "--skip-preview"];

interface Asked {
  readonly count: number;
  readonly pairs?: number;
  /** Seconds that a backup takes. */
  readonly pace?: number;
  /** Flags that the user is advised to give. */
  readonly flags?: readonly string[];
  /** What is done between `up` and `destroy`. */
  readonly between?: readonly Command[];
}

/** One pair of runs: the milliseconds of each command, `up` first, `destroy` last. */
export interface RunPair {
  readonly ours: readonly number[];
  readonly limit: readonly number[];
}

/**
 * Runs a stack's whole life with ours and with resources that do nothing, in turns. Each life has a stack of its own, and the
 * service begins it empty.
 */
export async function lives({ count, pairs = PAIRS, pace = 0, flags = [], between = [] }: Asked): Promise<RunPair[]> {
  const simulator = await startService(count, pace);
  const live = async (kind: Kind) => {
    simulator.reset();
    const stack = await makeStack(kind, count, simulator);
    const took: number[] = [];
    for (const command of [UP, ...between]) took.push(await stack.timed(...command, ...flags));
    took.push(await stack.timed(...DESTROY, ...flags));
    stack.remove();
    return took;
  };
  try {
    return await interleave(
      pairs,
      () => live("ours"),
      () => live("nothing"),
    );
  } finally {
    await simulator.close();
  }
}

/** `up` and `destroy` together. */
export function upAndDestroy(lived: readonly RunPair[]): Pair[] {
  const sum = (took: readonly number[]) => (took.at(0) ?? NaN) + (took.at(-1) ?? NaN);
  return lived.map(({ ours, limit }) => ({ ours: sum(ours), limit: sum(limit) }));
}

/** One of the commands, by its place. */
export function command(lived: readonly RunPair[], place: number): Pair[] {
  return lived.map(({ ours, limit }) => ({ ours: ours[place] ?? NaN, limit: limit[place] ?? NaN }));
}

/** How many times the limit ours takes: the median of the pairs' own ratios. */
export function ratio(pairs: readonly Pair[]): Measured {
  const ratios = pairs.map(({ ours, limit }) => ours / limit);
  return { value: median(ratios), spread: spread(ratios), pairs };
}
