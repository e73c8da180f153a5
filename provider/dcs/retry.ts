import type { Dice } from "../clock";
import type { HttpAnswer, NoAnswer } from "./exchange";
import type { Refusal } from "./refusal";

/** What became of one attempt that did not succeed. */
export type Attempt =
  | { readonly kind: "no-answer"; readonly failure: NoAnswer }
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly headers: HttpAnswer["headers"] };

/** What to do next: repeat after a pause (milliseconds), or give up. `inLine` = the instance is busy, we wait in line. */
export type Decision =
  { readonly repeat: false } | { readonly repeat: true; readonly pause: number; readonly inLine: boolean };

/** The circumstances of a decision. */
export interface Circumstances {
  /** Whether the request may be sent again when it is not known what became of it. */
  readonly idempotent: boolean;
  /** How many attempts have failed in a row with passing failures. */
  readonly failures: number;
  /** How often in a row the service has throttled us. */
  readonly throttled: number;
  /** How often we have waited in line. */
  readonly waits: number;
  readonly now: number;
  readonly deadline: number;
  readonly dice: Dice;
}

/** Passing failures are repeated this often, then they are believed. */
const MOST_FAILURES = 8;
/** Where nothing listens or no name is known, a typing error is likelier than a pause of the service: it is said sooner. */
const MOST_UNREACHED = 4;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 20_000;
const LONGEST_PAUSE_OF_THROTTLED = 60_000;
const FIRST_WAIT_IN_LINE = 2_000;
const LONGEST_WAIT_IN_LINE = 20_000;

/**
 * Whether, and when, to send a request again.
 *
 * GET and DELETE are repeated after network failures and passing failures of the service. A create is not idempotent (the
 * API knows no client token), so it is repeated only where it surely did nothing: never sent, throttled, or refused since
 * the instance is busy. A pause that would reach over the deadline is no pause: then the failure is final.
 */
export function decide(attempt: Attempt, at: Circumstances): Decision {
  const pause = pauseAfter(attempt, at);
  if (pause === undefined || at.now + pause.ms >= at.deadline) return { repeat: false };
  return { repeat: true, pause: pause.ms, inLine: pause.inLine };
}

function pauseAfter(attempt: Attempt, at: Circumstances): { ms: number; inLine: boolean } | undefined {
  if (attempt.kind === "refused" && attempt.refusal.meaning === "busy") {
    return { ms: spread(FIRST_WAIT_IN_LINE, LONGEST_WAIT_IN_LINE, at.waits, at.dice), inLine: true };
  }
  const wished = attempt.kind === "refused" ? retryAfter(attempt.headers, at.now) : undefined;
  if (isThrottled(attempt)) {
    return { ms: wished ?? spread(FIRST_PAUSE, LONGEST_PAUSE_OF_THROTTLED, at.throttled, at.dice), inLine: false };
  }
  const most = attempt.kind === "no-answer" && attempt.failure.arrived === "no" ? MOST_UNREACHED : MOST_FAILURES;
  if (at.failures >= most || !mayRepeat(attempt, at.idempotent)) return undefined;
  return { ms: wished ?? spread(FIRST_PAUSE, LONGEST_PAUSE, at.failures, at.dice), inLine: false };
}

function mayRepeat(attempt: Attempt, idempotent: boolean): boolean {
  if (attempt.kind === "no-answer") return idempotent || attempt.failure.arrived === "no";
  return isThrottled(attempt) || (idempotent && attempt.refusal.meaning === "again");
}

/** Throttling says nothing of the service's health, and its windows last up to five minutes: it is borne until the deadline. */
export function isThrottled(attempt: Attempt): boolean {
  return attempt.kind === "refused" && attempt.refusal.status === 429;
}

/** Full jitter over a doubling range, with a floor, so that many callers neither hammer nor march in step. */
function spread(first: number, longest: number, count: number, dice: Dice): number {
  const range = Math.min(longest, first * 2 ** count);
  return Math.round(first / 2 + dice() * (range - first / 2));
}

/** The service's own wish, in seconds or as a date: it wins, without jitter, but a wish for no pause at all is not granted. */
function retryAfter(headers: HttpAnswer["headers"], now: number): number | undefined {
  const wished = readRetryAfter(headers, now);
  return wished === undefined ? undefined : Math.max(FIRST_PAUSE, wished);
}

function readRetryAfter(headers: HttpAnswer["headers"], now: number): number | undefined {
  const wish = headers["retry-after"]?.trim();
  if (!wish) return undefined;
  if (/^\d+$/.test(wish)) return Number(wish) * 1_000;
  const date = Date.parse(wish);
  return Number.isNaN(date) ? undefined : date - now;
}
