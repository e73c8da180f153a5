import { unlessStopped } from "../waiter";
import { type Authorized, type Authorizer, KnownRefusal, type Outcome } from "./authorizer";
import { type HttpAnswer, type HttpRequest, isIdempotent, NoAnswer, type Send } from "./exchange";
import { readRefusal } from "./refusal";
import type { Attempt } from "./retry";

/** One attempt, by whom it was made, and whether those credentials make another one worth while. */
export interface Tried {
  readonly identity: string;
  readonly attempt: Attempt | Answered;
  readonly again: boolean;
  /** False where it only shares what an earlier request was told. */
  readonly sent: boolean;
}

/**
 * Sends a request once, with credentials on it, and tells their holder what became of it.
 *
 * Nothing when Pulumi was asked to stop before it was sent.
 */
export async function tryOnce(
  { send, authorizer, tell }: { send: Send; authorizer: Authorizer; tell: (notice: string) => void },
  request: HttpRequest,
  signal: AbortSignal,
): Promise<Tried | undefined> {
  const authorized = await authorizedUnlessStopped(authorizer, request, signal);
  if (!authorized) return undefined;
  if (authorized instanceof Error) return heardOf(authorized);
  if (signal.aborted) {
    authorized.judge({ credentials: "not told" });
    return undefined;
  }
  const { identity, notice } = authorized;
  if (notice !== undefined) tell(notice);
  const attempt = await attemptOf(send, authorized.request, signal).catch((error: unknown) => {
    authorized.judge({ credentials: "not told" });
    throw error;
  });
  return { identity, attempt, again: authorized.judge(outcomeOf(attempt)), sent: true };
}

/** After a stop, whoever is let through late hands the turn on at once. */
async function authorizedUnlessStopped(authorizer: Authorizer, request: HttpRequest, signal: AbortSignal) {
  const authorizing = authorizer.authorize(request).catch((error: unknown) => {
    if (error instanceof KnownRefusal || error instanceof NoAnswer) return error;
    throw error;
  });
  const authorized = await unlessStopped<Authorized | KnownRefusal | NoAnswer>(authorizing, signal);
  if (!authorized) {
    void authorizing.then(
      (late) => !(late instanceof Error) && late.judge({ credentials: "not told" }),
      () => undefined,
    );
  }
  return authorized;
}

/** What an earlier request with the same credentials met counts for this one, too, which is not sent. */
function heardOf(error: KnownRefusal | NoAnswer): Tried {
  const shared = { again: false, sent: false };
  if (error instanceof NoAnswer) return { ...shared, identity: "", attempt: { kind: "no-answer", failure: error } };
  return { ...shared, identity: error.identity, attempt: { kind: "refused", refusal: error.refusal, headers: {} } };
}

/** Statuses that gateways send without having looked at the credentials; 5xx are others. */
const TELL_NOTHING = [408, 429];

function outcomeOf(attempt: Attempt | Answered): Outcome {
  if (attempt.kind === "answered") return { credentials: "accepted" };
  if (attempt.kind === "no-answer") return { credentials: "not told", silence: attempt.failure.message };
  const { refusal, headers } = attempt;
  // Who is told that the project is another's has been recognized.
  if (refusal.meaning === "wrong-project") return { credentials: "accepted" };
  if (refusal.status === 401) return { credentials: "refused", refusal, headers };
  const silent = refusal.status >= 500 || TELL_NOTHING.includes(refusal.status);
  return { credentials: silent ? "not told" : "accepted" };
}

/** A create, once sent, is awaited to its end even if Pulumi is asked to stop: its answer holds an ID that nobody else knows. */
async function attemptOf(send: Send, request: HttpRequest, signal: AbortSignal): Promise<Attempt | Answered> {
  try {
    const answer = await (isIdempotent(request) ? send(request, signal) : send(request));
    if (answer.status >= 200 && answer.status < 300) return { kind: "answered", answer };
    return { kind: "refused", refusal: readRefusal(answer, request.secrets), headers: answer.headers };
  } catch (error) {
    if (error instanceof NoAnswer) return { kind: "no-answer", failure: error };
    throw error;
  }
}

interface Answered {
  readonly kind: "answered";
  readonly answer: HttpAnswer;
}
