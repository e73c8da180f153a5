import pLimit from "p-limit";
import type { Clock, Dice } from "../clock";
import { type Patience, unlessStopped } from "../waiter";
import { type Attempt, type Decision, isThrottled } from "./retry";

/** Lets requests to one service through, a few at a time, and holds all of them back while it throttles. */
export interface Gate {
  /** A request whose deadline comes while it is held back is let through then, for its last chance. */
  pass<T>(request: () => Promise<T>, patience: Pick<Patience, "deadline" | "signal">): Promise<T>;
  /** Told of each failed attempt and what was decided: a throttled one slows all callers. */
  learn(attempt: Attempt, decision: Decision): void;
}

/** Requests under way at once: 500 backups in one program would otherwise look like an attack. */
const MOST_AT_ONCE = 16;

/** Those held back go on within this many milliseconds of each other, not all at once. */
const SPREAD = 1_000;

/** The gate of one endpoint, for all resources of a process. */
export function gateOf(clock: Clock, dice: Dice, mostAtOnce = MOST_AT_ONCE): Gate {
  const limit = pLimit(mostAtOnce);
  let closedUntil = 0;
  const opening = async ({ deadline, signal }: Pick<Patience, "deadline" | "signal">) => {
    for (;;) {
      const left = Math.min(closedUntil, deadline) - clock.now();
      if (left <= 0 || signal.aborted) return;
      await clock.sleep(Math.min(left + Math.round(dice() * SPREAD), Math.max(1, deadline - clock.now())), signal);
    }
  };
  const isClosed = ({ deadline, signal }: Pick<Patience, "deadline" | "signal">) =>
    !signal.aborted && clock.now() < Math.min(closedUntil, deadline);

  return {
    async pass(request, patience) {
      for (;;) {
        // Before a place is taken, so that those held back do not keep out the others; and again when it is there.
        await opening(patience);
        const turn = { begun: false };
        const placed = limit(async () => {
          if (isClosed(patience)) return undefined;
          turn.begun = true;
          return { value: await request() };
        });
        const done = await unlessStopped(placed, patience.signal);
        if (done) return done.value;
        // After a stop: what is under way is awaited; what is not needs no place to say that it was stopped.
        if (patience.signal.aborted) return turn.begun ? ((await placed)?.value ?? request()) : request();
      }
    },
    learn(attempt, decision) {
      if (isThrottled(attempt) && decision.repeat) closedUntil = Math.max(closedUntil, clock.now() + decision.pause);
    },
  };
}
