/** Tells the time in milliseconds since 1970, as `Date.now` does. A test passes its own to move through hours at once. */
export interface Clock {
  now(): number;
}

export const wallClock: Clock = { now: () => Date.now() };

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
