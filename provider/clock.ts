/** Time, as it is passed in: milliseconds since 1970, and a sleep that a signal ends early. */
export interface Clock {
  now(): number;
  /** Resolves after `ms` milliseconds, or at once when the signal aborts: ask the signal, not the clock, which it was. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A number from 0 (included) to 1 (excluded), as it is passed in. */
export type Dice = () => number;

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) {
        resolve();
        return;
      }
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal?.addEventListener("abort", end);
    }),
};
