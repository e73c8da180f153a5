import { CallFailed, type CallOptions } from "../dcs/call";
import type { Connection } from "../dcs/connection";
import { DcsError } from "../errors";
import type { Patience } from "../waiter";
import { explainRefusal, reasonToWait, type Work } from "./explain-refusal";
import { cannotKnow, findLost } from "./lost-answer";
import type { Operation } from "./operation";
import { tellPauses } from "./pauses";

/** Something that DCS is asked for once, and that its mark finds again when the answer is lost. */
export interface Wish {
  /** The instance that has to do it. */
  readonly instanceId: string;
  readonly owner: string;
  /** What the remark ends in. */
  readonly mark: string;
  /** A part of the remark that may be a secret. */
  readonly description?: string;
  readonly work: Work;
  /** Sends the order; gives the ID. */
  send(options: CallOptions): Promise<string>;
  /** One complete look for what bears the mark; gives the ID, or nothing where it is not there. */
  find(patience: Patience): Promise<string | undefined>;
  /** Set where an earlier run may have sent the order already, so that a busy instance may be busy with ours. */
  readonly perhapsOrdered?: true;
}

/** What DCS was asked for, and how. */
export interface Granted {
  readonly id: string;
  /** When the service took the order, as far as we know; milliseconds since 1970. */
  readonly requestedAt: number;
  /** Whether the order was sent more than once with effect possible, so that it may have been carried out twice. */
  readonly repeated: boolean;
}

/** Orders whose answers are lost and whose effects never show are repeated this often. */
const MOST_ORDERS = 3;

/** Milliseconds between two orders to an instance that may be busy with an earlier one of ours. */
const BETWEEN_ORDERS = 10_000;

/**
 * Asks once.
 *
 * When the answer is lost, the mark in the remark tells whether the order had an effect. Only after that was absent for a
 * minute is it sent again; and "busy" as an answer to that means that ours is probably running, so it is looked for again.
 */
export async function askOnce(
  wish: Wish,
  connection: Connection,
  operation: Operation,
  patience: Patience,
): Promise<Granted> {
  const { clock, say } = operation;
  const onPause = tellPauses(operation, wish.owner);
  const granted = (id: string, repeated: boolean) => ({ id, requestedAt: clock.now(), repeated });
  let lost: CallFailed[] = [];
  let whenBusy: "fail" | "wait" = "fail";
  for (;;) {
    const sent = await send(wish, { ...patience, onPause, whenBusy });
    if (typeof sent === "string") return granted(sent, lost.length > 0);
    const mayWait = clock.now() < patience.deadline && !patience.signal.aborted;
    if (lost.length === 0 && whenBusy === "fail" && isBusy(sent) && (mayWait || !wish.perhapsOrdered)) {
      onPause({ kind: "in-line", why: await reasonToWait(sent, wish, connection, patience) });
      if (!wish.perhapsOrdered) whenBusy = "wait";
      else {
        await clock.sleep(Math.min(BETWEEN_ORDERS, Math.max(1, patience.deadline - clock.now())), patience.signal);
        // Right before the next order: what keeps the instance busy may be ours, and be over and listed by now.
        const id = await wish.find(patience);
        if (id !== undefined) return granted(id, false);
      }
      continue;
    }
    whenBusy = "fail";
    if (sent.perhapsDone) lost = [...lost, sent];
    else if (lost.length === 0) throw await finalRefusal(sent, wish, connection, operation, patience);
    else if (!isBusy(sent)) throw cannotKnow(sent, wish);
    say(
      wish.owner,
      sent.perhapsDone ? "the answer was lost: looking" : `the instance is busy, perhaps with our ${wish.work}`,
    );
    const id = await findLost(wish, operation, patience, sent);
    if (id) return granted(id, lost.length > 1);
    // A second backup can be deleted; nothing undoes a restore that comes late, after the next one.
    if (wish.work === "restore") throw cannotKnow(sent, wish);
    if (lost.length >= MOST_ORDERS) throw neverDone(sent, wish);
  }
}

const isBusy = (failed: CallFailed) => failed.refusal?.meaning === "busy";

/** The ID, or why there is none. */
async function send(wish: Wish, options: CallOptions): Promise<string | CallFailed> {
  try {
    return await wish.send(options);
  } catch (error) {
    if (error instanceof CallFailed) return withoutEcho(error, wish.description);
    throw error;
  }
}

/** A refusal may quote the remark, and a description may be a secret. */
function withoutEcho(failed: CallFailed, description: string | undefined): CallFailed {
  const { refusal } = failed;
  if (!description || !refusal?.text?.includes(description)) return failed;
  const message = failed.message.replaceAll(refusal.text, "…");
  return new CallFailed(failed.code, message, failed.perhapsDone, { ...refusal, text: "…" });
}

async function finalRefusal(
  refused: CallFailed,
  wish: Wish,
  connection: Connection,
  { signal }: Operation,
  patience: Patience,
): Promise<DcsError> {
  return signal.aborted ? nothingDone(wish) : explainRefusal(refused, wish, connection, patience);
}

/** The error for an order that Pulumi's stop forestalled. */
export function nothingDone({ instanceId, work }: Pick<Wish, "instanceId" | "work">): DcsError {
  const nothing =
    work === "backup"
      ? `No backup of DCS instance ${instanceId} was made`
      : `DCS instance ${instanceId} was not restored`;
  const next = work === "backup" ? "take it" : "restore it";
  return new DcsError("interrupted", `${nothing}, as Pulumi was asked to stop. Run pulumi up to ${next}.`);
}

function neverDone(last: CallFailed, { mark, work }: Wish): DcsError {
  const none = work === "backup" ? "none was made" : "nothing was restored";
  const message = `${last.message} It was tried ${MOST_ORDERS} times, and no ${work} with the mark ${mark} appeared within a minute of each: ${none}, as far as can be seen.`;
  return new DcsError(last.code, message, last.said);
}
