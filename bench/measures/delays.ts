import { story } from "../../test/support/story";
import { median, spread } from "../median";
import type { Figures, Measured } from "../results";

const DURATIONS = 51;
const SHAPES = ["linear", "steps"] as const;

/**
 * How long after a backup's end its create returns: the real lifecycle against the simulator in memory, in virtual time, over
 * durations up to 5 % off the given one, with progress that rises evenly and in quarters.
 */
export async function measureDelays(): Promise<Figures> {
  return { "delay-minute": await delayOf(60), "delay-quarter": await delayOf(900) };
}

async function delayOf(seconds: number): Promise<Measured> {
  const delays: number[] = [];
  for (const progress of SHAPES) {
    for (let index = 0; index < DURATIONS; index++) {
      const pace = seconds * (0.95 + (0.1 * index) / (DURATIONS - 1));
      const { clock, create, inputs } = story({ pace, progress });
      const began = clock.now();
      await create(inputs());
      delays.push(clock.now() - began - pace * 1_000);
    }
  }
  return { value: median(delays), spread: spread(delays) };
}
