import type { Dice } from "../clock";
import { DcsError, type DcsErrorCode, quote } from "../errors";
import type { Patience } from "../waiter";
import { type Tried, tryOnce } from "./attempts";
import type { Authorizer } from "./authorizer";
import { type HttpAnswer, type HttpRequest, isIdempotent, type Send } from "./exchange";
import type { Gate } from "./gate";
import { explain, type Refusal } from "./refusal";
import { remedyOf, remedyOfSilence } from "./remedies";
import { type Attempt, decide, isThrottled } from "./retry";

/** Why a call takes its time: it waits in line, since the instance is busy, or it tries again after a failure. */
export interface Pause {
  readonly kind: "in-line" | "again";
  /** What the service or the network said. */
  readonly why: string;
}

/** How long a call may take, and who wants to know while it does. */
export interface CallOptions extends Patience {
  readonly onPause?: (pause: Pause) => void;
  /** What to do when the instance is busy: wait in line (the default), or fail at once. */
  readonly whenBusy?: "wait" | "fail";
}

/** A request that failed for good: the error, and what it came from. */
export class CallFailed extends DcsError {
  readonly refusal?: Refusal;
  /** Whether the service may have acted on the request all the same. */
  readonly perhapsDone: boolean;

  constructor(code: DcsErrorCode, message: string, perhapsDone: boolean, refusal?: Refusal) {
    super(code, message, refusal);
    if (refusal) this.refusal = refusal;
    this.perhapsDone = perhapsDone;
  }
}

/** A refusal with a 5xx may come from a gateway whose backend works on; one that says "busy" has done nothing. */
function mayHaveActed(attempt: Attempt): boolean {
  if (attempt.kind === "no-answer") return attempt.failure.arrived === "perhaps";
  return attempt.refusal.status >= 500 && attempt.refusal.meaning !== "busy";
}

/** Makes calls to one service with one set of credentials. `what` says what is tried, as in "take a backup of instance X". */
export type Call = (what: string, request: HttpRequest, options: CallOptions) => Promise<HttpAnswer>;

/** What a {@link Call} is made of. */
export interface CallMeans {
  readonly send: Send;
  readonly authorizer: Authorizer;
  readonly dice: Dice;
  readonly gate: Gate;
  /** Told once of each thing that the user should know of the credentials that were used. */
  readonly notice?: (text: string) => void;
}

/** A new token, the right time, other credentials, and a new token for those: more than that is no way to go on. */
const MOST_RENEWALS = 4;

/** Builds a {@link Call} that signs, sends, repeats what may be repeated, and turns what remains into one sentence. */
export function caller({ send, authorizer, dice, gate, notice }: CallMeans): Call {
  const noticed = new Set<string>();
  const tell = (text: string) => {
    if (noticed.has(text)) return;
    noticed.add(text);
    notice?.(text);
  };
  return async (what, request, options) => {
    const { clock, deadline, signal } = options;
    const idempotent = isIdempotent(request);
    const once = async () => {
      const tried = await tryOnce({ send, authorizer, tell }, request, signal);
      if (tried) return tried;
      throw interrupted(what);
    };
    const count = { failures: 0, throttled: 0, waits: 0 };
    let renewals = 0;
    for (;;) {
      const { identity, attempt, again, sent } = await gate.pass(once, options);
      if (attempt.kind === "answered") return attempt.answer;
      if (again && renewals < MOST_RENEWALS) {
        renewals += 1;
        continue;
      }
      if (signal.aborted && idempotent) throw interrupted(what);
      const decision = decide(attempt, { ...count, idempotent, now: clock.now(), deadline, dice });
      gate.learn(attempt, decision);
      if (!decision.repeat || (decision.inLine && options.whenBusy === "fail")) {
        throw failed(what, request, attempt, { identity, sent });
      }
      options.onPause?.({ kind: decision.inLine ? "in-line" : "again", why: briefly(attempt) });
      // Any other kind of answer ends a row of failures.
      if (decision.inLine) Object.assign(count, { waits: count.waits + 1, failures: 0, throttled: 0 });
      else if (isThrottled(attempt)) Object.assign(count, { throttled: count.throttled + 1, failures: 0 });
      else count.failures += 1;
      await clock.sleep(decision.pause, signal);
    }
  };
}

const briefly = (attempt: Attempt) =>
  attempt.kind === "refused" ? (attempt.refusal.sense ?? `HTTP ${attempt.refusal.status}`) : attempt.failure.message;

const reasonOf = (attempt: Attempt) =>
  attempt.kind === "refused" ? explain(attempt.refusal) : attempt.failure.message;

/** Nothing was sent any more; what was sent before had been refused or had no answer. */
function interrupted(what: string): CallFailed {
  return new CallFailed("interrupted", `Could not ${what}: Pulumi was asked to stop.`, false);
}

function failed(
  what: string,
  request: HttpRequest,
  attempt: Attempt,
  { identity, sent }: Pick<Tried, "identity" | "sent">,
): CallFailed {
  const at = new URL(request.url).origin;
  const { code, next } =
    attempt.kind === "refused" ? remedyOf(attempt.refusal, identity) : remedyOfSilence(attempt, request);
  const heard = sent ? "" : " An earlier request of this run has met this, so this one was not sent.";
  const message = `Could not ${what} at ${at}: ${reasonOf(attempt)}.${heard} ${next}`;
  return new CallFailed(code, message, mayHaveActed(attempt), attempt.kind === "refused" ? attempt.refusal : undefined);
}

/** The error for an answer that has the right status and the wrong content: what was asked for may well be done. */
export function unreadable(what: string, answer: HttpAnswer): CallFailed {
  const requestId = answer.headers["x-request-id"];
  const said = quote({ status: answer.status, ...(requestId ? { requestId } : {}) });
  const message = `Could not ${what}: the answer is not what DCS's API describes (${said}). Check that the endpoint is DCS's, and run pulumi again.`;
  return new CallFailed("answer-unreadable", message, true);
}
