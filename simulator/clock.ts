/** Tells the time in milliseconds since 1970, as `Date.now` does. A test passes its own to move through hours at once. */
export interface Clock {
  now(): number;
  /** Resolves after `ms` milliseconds, or when the signal aborts. Real time when left out. */
  sleep?(ms: number, signal?: AbortSignal): Promise<void>;
  /** Is given each wait of a delayed or held request, for clocks that count what is under way. Returns the same wait. */
  idle?(wait: Promise<void>): Promise<void>;
}

export const wallClock: Clock = { now: () => Date.now() };

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
