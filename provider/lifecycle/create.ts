import type { Connection } from "../dcs/connection";
import { isDone } from "../dcs/statuses";
import { DcsError, Unfinished } from "../errors";
import type { Patience } from "../waiter";
import { takeOver } from "./adopt";
import { timeoutOf } from "./arguments";
import { finish } from "./finish";
import type { BackupInputs } from "./inputs";
import { connected, type Operation, patienceOf } from "./operation";
import { nameOf } from "./mark";
import { nothingMade, order } from "./order";
import { type BackupOutputs, idOf, orderedOutputs } from "./outputs";
import { reasonOf } from "./reasons";
import { removeBackup } from "./remove";
import { keepOldest, removeTwins } from "./twins";

/**
 * Takes a backup, when its turn has come, and waits until it is there; or takes over the one that `adopt` names.
 *
 * Before an ID is known, failures are plain errors; afterwards every failure carries it. A backup that fails is removed
 * again, and the error says why it failed.
 */
export async function create(inputs: BackupInputs, operation: Operation): Promise<{ id: string; outs: BackupOutputs }> {
  if (operation.signal.aborted) throw nothingMade(inputs.instanceId);
  const connection = await connected(operation, inputs);
  const { adopt } = inputs;
  const outs = adopt
    ? await takeOver(adopt, inputs, connection, operation)
    : await inTurn(inputs, connection, operation, () => take(inputs, connection, operation));
  return { id: idOf(outs), outs };
}

/** The time limit counts from when the turn comes: waiting behind our own other backups does not use it up. */
async function inTurn<T>(
  { instanceId, owner }: BackupInputs,
  { endpoint, projectId }: Connection,
  { queue, signal, say }: Operation,
  work: () => Promise<T>,
): Promise<T> {
  const what = [endpoint, projectId, instanceId].join(" ");
  const done = await queue.turn({ what, who: owner, signal }, work, (who) => {
    say(owner, `waiting in line behind ${nameOf(who)}`);
  });
  if (done === undefined) throw nothingMade(instanceId);
  return done;
}

async function take(inputs: BackupInputs, connection: Connection, operation: Operation): Promise<BackupOutputs> {
  const patience = patienceOf(operation, timeoutOf(inputs, "create"));
  const ordered = orderedOutputs(inputs, connection, await order(inputs, connection, operation, patience));
  const finished = await finish(ordered, connection, operation, patience);
  const outs = finished.repeated ? await single(finished, connection, operation, patience) : finished;
  if (!isDone(outs.status)) throw await cleared(outs, connection, operation, patience);
  return outs;
}

/** After a repeated create: of two backups with our mark one stays. Where that fails, the ID of ours is kept. */
async function single(outs: BackupOutputs, connection: Connection, operation: Operation, patience: Patience) {
  try {
    return await keepOldest(outs, connection, operation, patience);
  } catch (error) {
    const reason = `${messageOf(error)} The create had to be repeated, and may have made a second backup that bears the mark ${outs.mark}; pulumi destroy deletes both.`;
    throw new Unfinished(idOf(outs), { ...outs }, reason);
  }
}

/** Removes a failed record, and gives the error to throw: with the ID where the removal cannot be confirmed. */
async function cleared(outs: BackupOutputs, connection: Connection, operation: Operation, patience: Patience) {
  const { instanceId, backupId, status, errorCode } = outs;
  const why = status === "failed" ? reasonOf(errorCode) : `it is "${status}"`;
  const what = `Backup ${backupId} of DCS instance ${instanceId} failed: ${why}.`;
  try {
    if (outs.repeated) await removeTwins(outs, connection, operation, patience);
    await removeBackup(outs, connection, operation, patience);
  } catch (error) {
    const reason = `${what} Its record could not be removed: ${messageOf(error)}`;
    return new Unfinished(idOf(outs), { ...outs }, reason);
  }
  return new DcsError("backup-failed", `${what} Its record was removed. Run pulumi up to try again.`);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
