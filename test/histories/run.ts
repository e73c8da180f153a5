import fc from "fast-check";
import type { History } from "./history";
import { play } from "./play";
import { randomHistory } from "./random-history";

/** Which histories to play. */
export interface Runs {
  readonly runs: number;
  readonly seed: number;
  /** The path of a failure that was printed: only that history is played. */
  readonly path?: string | undefined;
  /** Whether a failing history is made shorter before it is told. Default: yes. */
  readonly shrink?: boolean;
  /** How they are played. Default: with hosts in memory. */
  readonly tier?: Tier;
}

/** A way to play histories, and the script that does it. */
export interface Tier {
  readonly play: (history: History) => Promise<void>;
  readonly script: string;
}

const IN_MEMORY: Tier = { play, script: "test:histories" };

/** Plays random histories; gives nothing, or the first failure: its history, as short as it could be made, and how to replay it. */
export async function runHistories({
  runs,
  seed,
  path,
  shrink = true,
  tier = IN_MEMORY,
}: Runs): Promise<string | undefined> {
  const property = fc.asyncProperty(randomHistory, tier.play);
  const replayed = path === undefined ? {} : { path };
  const details = await fc.check(property, { seed, numRuns: runs, endOnFailure: !shrink, ...replayed });
  if (!details.failed) return undefined;
  const { counterexample, counterexamplePath, errorInstance, numRuns } = details;
  const why = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
  return [
    `History ${numRuns} of seed ${seed} failed: ${why}`,
    JSON.stringify(counterexample?.[0], undefined, 1),
    `To replay it: npm run ${tier.script} -- --seed ${seed} --path ${String(counterexamplePath)}`,
  ].join("\n");
}
