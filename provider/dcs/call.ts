import type { Dice } from "../clock";
import { DcsError, type DcsErrorCode, quote } from "../errors";
import type { Patience } from "../waiter";
import type { HttpAnswer, HttpRequest, Send } from "./exchange";
import { NoAnswer } from "./exchange";
import { explain, readRefusal, type Refusal } from "./refusal";
import { type Attempt, decide } from "./retry";

/** Puts credentials on a request. */
export interface Authorizer {
  authorize(request: HttpRequest): Promise<HttpRequest>;
  /** Called with the request that met a 401: answers whether another attempt makes sense, since something was renewed. */
  renew(refused: HttpRequest): boolean;
  /** What the credentials are and where they come from, for messages; never their values. */
  readonly description: string;
}

/** What a caller wants to know while a call takes its time. */
export interface CallOptions extends Patience {
  /** Told whenever the call waits in line, since the instance is busy. */
  readonly onBusy?: (refusal: Refusal) => void;
}

/** A request that failed for good: the error, and what it came from. */
export class CallFailed extends DcsError {
  readonly refusal?: Refusal;
  /** Whether the service may have acted on the request all the same. */
  readonly perhapsDone: boolean;

  constructor(code: DcsErrorCode, message: string, attempt: Attempt | undefined) {
    super(code, message, attempt?.kind === "refused" ? attempt.refusal : undefined);
    if (attempt?.kind === "refused") this.refusal = attempt.refusal;
    this.perhapsDone =
      attempt?.kind === "no-answer" ? attempt.failure.arrived === "perhaps" : (this.refusal?.status ?? 0) >= 500;
  }
}

/** Makes calls to one service with one set of credentials. `what` says what is tried, as in "take a backup of instance X". */
export type Call = (what: string, request: HttpRequest, options: CallOptions) => Promise<HttpAnswer>;

/** Builds a {@link Call} that signs, sends, repeats what may be repeated, and turns what remains into one sentence. */
export function caller(send: Send, authorizer: Authorizer, dice: Dice): Call {
  return async (what, request, options) => {
    const { clock, deadline, signal } = options;
    const stopped = () => signal.aborted;
    let failures = 0;
    let waits = 0;
    let renewed = false;
    for (;;) {
      const authorized = await authorizer.authorize(request);
      if (stopped()) throw interrupted(what);
      const attempt = await tryOnce(send, authorized, signal);
      if (attempt.kind === "answered") return attempt.answer;
      if (
        attempt.kind === "refused" &&
        attempt.refusal.meaning === "token" &&
        !renewed &&
        authorizer.renew(authorized)
      ) {
        renewed = true;
        continue;
      }
      const decision = decide(attempt, { method: request.method, failures, waits, now: clock.now(), deadline, dice });
      if (!decision.repeat) throw failed(what, request, attempt, authorizer);
      if (decision.inLine && attempt.kind === "refused") {
        options.onBusy?.(attempt.refusal);
        waits += 1;
      } else {
        failures += 1;
      }
      await clock.sleep(decision.pause, signal);
    }
  };
}

/** A POST, once sent, is awaited to its end even if Pulumi is asked to stop: its answer holds an id that nobody else knows. */
async function tryOnce(send: Send, request: HttpRequest, signal: AbortSignal): Promise<Attempt | Answered> {
  try {
    const answer = await (request.method === "POST" ? send(request) : send(request, signal));
    if (answer.status >= 200 && answer.status < 300) return { kind: "answered", answer };
    return { kind: "refused", refusal: readRefusal(answer), headers: answer.headers };
  } catch (error) {
    if (error instanceof NoAnswer) return { kind: "no-answer", failure: error };
    if (!signal.aborted) throw error;
    return { kind: "no-answer", failure: new NoAnswer("Pulumi was asked to stop", "perhaps") };
  }
}

interface Answered {
  readonly kind: "answered";
  readonly answer: HttpAnswer;
}

/** Nothing was sent any more; what was sent before had been refused or had no answer. */
function interrupted(what: string): CallFailed {
  return new CallFailed("interrupted", `Could not ${what}: Pulumi was asked to stop.`, undefined);
}

function failed(what: string, request: HttpRequest, attempt: Attempt, authorizer: Authorizer): CallFailed {
  const at = new URL(request.url).origin;
  if (attempt.kind === "no-answer") {
    const next = "Check the endpoint, the network and any proxy, then run pulumi again.";
    const code = attempt.failure.arrived === "perhaps" && request.method === "POST" ? "answer-lost" : "unreachable";
    return new CallFailed(code, `Could not ${what} at ${at}: ${attempt.failure.message}. ${next}`, attempt);
  }
  const { code, next } = remedyOf(attempt.refusal, authorizer);
  return new CallFailed(code, `Could not ${what} at ${at}: ${explain(attempt.refusal)}.${next}`, attempt);
}

function remedyOf(refusal: Refusal, authorizer: Authorizer): { code: DcsErrorCode; next: string } {
  switch (refusal.meaning) {
    case "token":
    case "credentials-refused":
      return { code: "credentials-refused", next: ` Check the credentials that were used: ${authorizer.description}.` };
    case "not-allowed":
      return {
        code: "not-allowed",
        next: ` Give the identity that was used the permission: ${authorizer.description}.`,
      };
    case "busy":
      return { code: "instance-busy", next: " Run pulumi again when the instance is idle." };
    case "instance-unknown":
      return { code: "instance-unknown", next: " Check the instance ID, the region and the project." };
    case "instance-unsuitable":
      return {
        code: "instance-unsuitable",
        next: " Choose a master/standby, cluster or read/write splitting instance.",
      };
    case "again":
    case "service-failure":
      return { code: "service-failure", next: " Run pulumi again later." };
    case "refused":
      return { code: "refused", next: "" };
  }
}

/** The error for an answer that has the right status and the wrong content. */
export function unreadable(what: string, answer: HttpAnswer): DcsError {
  const requestId = answer.headers["x-request-id"];
  const said = { status: answer.status, ...(requestId ? { requestId } : {}) };
  const message = `Could not ${what}: the answer is not what DCS's API describes (${quote(said)}). Check that the endpoint is DCS's.`;
  return new DcsError("answer-unreadable", message, said);
}
