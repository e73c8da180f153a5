import type { Dice } from "../clock";
import type { HttpAnswer, HttpRequest, NoAnswer } from "./exchange";
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
  readonly method: HttpRequest["method"];
  /** How many attempts have failed in a row with passing failures; waiting in line does not count. */
  readonly failures: number;
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
const FIRST_WAIT_IN_LINE = 2_000;
const LONGEST_WAIT_IN_LINE = 20_000;

/**
 * Whether, and when, to send a request again.
 *
 * GET and DELETE are repeated after network failures and passing failures of the service. POST is not idempotent (the API
 * knows no client token), so it is repeated only where it surely did nothing: never sent, throttled, or refused since the
 * instance is busy. A pause that would reach over the deadline is no pause: then the failure is final.
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
  const most = attempt.kind === "no-answer" && attempt.failure.arrived === "no" ? MOST_UNREACHED : MOST_FAILURES;
  if (at.failures >= most || !mayRepeat(attempt, at.method)) return undefined;
  const wished = attempt.kind === "refused" ? retryAfter(attempt.headers, at.now) : undefined;
  return { ms: wished ?? spread(FIRST_PAUSE, LONGEST_PAUSE, at.failures, at.dice), inLine: false };
}

function mayRepeat(attempt: Attempt, method: HttpRequest["method"]): boolean {
  if (attempt.kind === "no-answer") return method !== "POST" || attempt.failure.arrived === "no";
  if (method === "POST") return attempt.refusal.status === 429;
  return attempt.refusal.meaning === "again";
}

/** Full jitter over a doubling range, with a floor, so that many callers neither hammer nor march in step. */
function spread(first: number, longest: number, count: number, dice: Dice): number {
  const range = Math.min(longest, first * 2 ** count);
  return Math.round(first / 2 + dice() * (range - first / 2));
}

/** The service's own wish, in seconds or as a date: it wins, without jitter. */
function retryAfter(headers: HttpAnswer["headers"], now: number): number | undefined {
  const wish = headers["retry-after"]?.trim();
  if (!wish) return undefined;
  if (/^\d+$/.test(wish)) return Number(wish) * 1_000;
  const date = Date.parse(wish);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
