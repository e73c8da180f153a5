import { CallFailed } from "../dcs/call";
import type { Connection } from "../dcs/connection";
import { DcsError } from "../errors";
import type { Patience } from "../waiter";
import { explainRefusal, reasonToWait } from "./explain-refusal";
import type { BackupInputs } from "./inputs";
import { cannotKnow, findLost } from "./lost-answer";
import { remarkOf } from "./mark";
import type { Operation } from "./operation";
import { tellPauses } from "./pauses";

/** A backup that was asked for. */
export interface Ordered {
  readonly backupId: string;
  /** When the service took the order, as far as we know; milliseconds since 1970. */
  readonly requestedAt: number;
  /** Whether the create was sent more than once with effect possible, so that a second backup may bear our mark. */
  readonly repeated: boolean;
}

/** Creates whose answers are lost and whose effects never show are repeated this often. */
const MOST_ORDERS = 3;

/**
 * Asks for a backup, once.
 *
 * When the answer is lost, the mark in the remark tells whether the backup was made. Only after it was absent for a minute is
 * the create sent again; and "busy" as an answer to that means that ours is probably running, so it is looked for again.
 */
export async function order(
  inputs: BackupInputs,
  connection: Connection,
  operation: Operation,
  patience: Patience,
): Promise<Ordered> {
  const { clock, say } = operation;
  const onPause = tellPauses(operation, inputs.owner);
  const ordered = (backupId: string, repeated: boolean) => ({ backupId, requestedAt: clock.now(), repeated });
  let lost: CallFailed[] = [];
  let whenBusy: "fail" | "wait" = "fail";
  for (;;) {
    const sent = await send(inputs, connection, { ...patience, onPause, whenBusy });
    if (typeof sent === "string") return ordered(sent, lost.length > 0);
    if (lost.length === 0 && whenBusy === "fail" && isBusy(sent)) {
      onPause({ kind: "in-line", why: await reasonToWait(sent, inputs.instanceId, connection, patience) });
      whenBusy = "wait";
      continue;
    }
    whenBusy = "fail";
    if (sent.perhapsDone) lost = [...lost, sent];
    else if (lost.length === 0) throw await finalRefusal(sent, inputs.instanceId, connection, operation, patience);
    else if (!isBusy(sent)) throw cannotKnow(sent, inputs);
    say(
      inputs.owner,
      sent.perhapsDone ? "the answer was lost: looking" : "the instance is busy, perhaps with our backup",
    );
    const backupId = await findLost(inputs, connection, operation, patience, sent);
    if (backupId) return ordered(backupId, lost.length > 1);
    if (lost.length >= MOST_ORDERS) throw neverMade(sent, inputs);
  }
}

const isBusy = (failed: CallFailed) => failed.refusal?.meaning === "busy";

/** The ID, or why there is none. */
async function send(
  { instanceId, description, mark, backupFormat }: BackupInputs,
  { client }: Connection,
  options: Parameters<Connection["client"]["createBackup"]>[2],
): Promise<string | CallFailed> {
  const wanted = { remark: remarkOf(description, mark), ...(backupFormat ? { format: backupFormat } : {}) };
  try {
    return await client.createBackup(instanceId, wanted, options);
  } catch (error) {
    if (error instanceof CallFailed) return withoutEcho(error, description);
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
  instanceId: string,
  connection: Connection,
  { signal }: Operation,
  patience: Patience,
): Promise<DcsError> {
  return signal.aborted ? nothingMade(instanceId) : explainRefusal(refused, instanceId, connection, patience);
}

/** The error for a create that Pulumi's stop forestalled. */
export function nothingMade(instanceId: string): DcsError {
  return new DcsError(
    "interrupted",
    `No backup of DCS instance ${instanceId} was made, as Pulumi was asked to stop. Run pulumi up to take it.`,
  );
}

function neverMade(last: CallFailed, { mark }: BackupInputs): DcsError {
  const message = `${last.message} It was tried ${MOST_ORDERS} times, and no backup with the mark ${mark} appeared within a minute of each: none was made, as far as can be seen.`;
  return new DcsError(last.code, message, last.said);
}
