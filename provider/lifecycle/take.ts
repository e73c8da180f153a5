import type { Connection } from "../dcs/connection";
import { isDone } from "../dcs/statuses";
import { DcsError, Unfinished } from "../errors";
import type { Patience } from "../waiter";
import { timeoutOf } from "./arguments";
import { finish } from "./finish";
import type { BackupInputs } from "./inputs";
import { type Operation, patienceOf } from "./operation";
import { order } from "./order";
import { type BackupOutputs, idOf, orderedOutputs } from "./outputs";
import { reasonOf } from "./reasons";
import { removeBackup } from "./remove";
import { keepOldest } from "./twins";

/**
 * Takes a backup and waits until it is there. One that fails is removed again, unless its create was repeated and
 * another one may come; the error says why it failed.
 *
 * `besides`: IDs of backups that bear the same mark and are not what is asked for.
 */
export async function take(
  inputs: BackupInputs,
  connection: Connection,
  operation: Operation,
  besides: readonly string[] = [],
): Promise<BackupOutputs> {
  const patience = patienceOf(operation, timeoutOf(inputs, "create"));
  const ordered = await order(inputs, connection, operation, patience, besides);
  return goOn(orderedOutputs(inputs, connection, ordered), connection, operation, patience);
}

/** Waits for a backup that was asked for, to the same ends. */
export async function goOn(
  ordered: BackupOutputs,
  connection: Connection,
  operation: Operation,
  patience: Patience,
): Promise<BackupOutputs> {
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

/** Removes a failed record, and gives the error to throw: with the ID where something may be left to remove. */
async function cleared(outs: BackupOutputs, connection: Connection, operation: Operation, patience: Patience) {
  const { instanceId, backupId, status, errorCode, mark, repeated } = outs;
  const why = status === "failed" ? reasonOf(errorCode) : `it is "${status}"`;
  const what = `Backup ${backupId} of DCS instance ${instanceId} failed: ${why}.`;
  if (repeated) {
    // The other one may come yet, and the state is what remembers to delete it.
    const reason = `${what} The create had to be repeated, and a second backup that bears the mark ${mark} may come late, so its record stays: the next pulumi up tries again and deletes both, and so does pulumi destroy.`;
    return new Unfinished(idOf(outs), { ...outs }, reason);
  }
  try {
    await removeBackup(outs, connection, operation, patience);
  } catch (error) {
    const reason = `${what} Its record could not be removed: ${messageOf(error)}`;
    return new Unfinished(idOf(outs), { ...outs }, reason);
  }
  return new DcsError("backup-failed", `${what} Its record was removed. Run pulumi up to try again.`);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
