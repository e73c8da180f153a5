import pLimit from "p-limit";
import type { Clock } from "../clock";
import type { Attempt, Decision } from "./retry";

/** Lets requests to one service through, a few at a time, and holds all of them back while it throttles. */
export interface Gate {
  pass<T>(request: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Told of each failed attempt and what was decided: a throttled one slows all callers. */
  learn(attempt: Attempt, decision: Decision): void;
}

/** Requests under way at once: 500 backups in one program would otherwise look like an attack. */
const MOST_AT_ONCE = 16;

/** The gate of one endpoint, for all resources of a process. */
export function gateOf(clock: Clock, mostAtOnce = MOST_AT_ONCE): Gate {
  const limit = pLimit(mostAtOnce);
  let closedUntil = 0;
  return {
    pass: (request, signal) =>
      limit(async () => {
        while (clock.now() < closedUntil && !signal.aborted) await clock.sleep(closedUntil - clock.now(), signal);
        return request();
      }),
    learn(attempt, decision) {
      if (attempt.kind !== "refused" || attempt.refusal.status !== 429 || !decision.repeat) return;
      closedUntil = Math.max(closedUntil, clock.now() + decision.pause);
    },
  };
}
