import type { Connection } from "../dcs/connection";
import { DcsError, Unfinished } from "../errors";
import type { Patience } from "../waiter";
import { timeoutOf } from "./arguments";
import { finish } from "./finish";
import type { BackupInputs } from "./inputs";
import { type Operation, patienceOf } from "./operation";
import { nothingMade, order } from "./order";
import { type BackupOutputs, idOf, orderedOutputs } from "./outputs";
import { reasonOf } from "./reasons";
import { removeBackup } from "./remove";
import { keepOldest } from "./twins";

/**
 * Takes a backup and waits until it is there.
 *
 * Nothing is sent twice that might have been done. Before an ID is known, failures are plain errors; afterwards every
 * failure carries it. A backup that fails is removed again, and the error says why it failed.
 */
export async function create(inputs: BackupInputs, operation: Operation): Promise<{ id: string; outs: BackupOutputs }> {
  if (operation.signal.aborted) throw nothingMade(inputs.instanceId);
  const patience = patienceOf(operation, timeoutOf(inputs, "create"));
  const connection = await operation.connect(inputs);
  const ordered = orderedOutputs(inputs, connection, await order(inputs, connection, operation, patience));
  const finished = await finish(ordered, connection, operation, patience);
  const outs = finished.repeated ? await single(finished, connection, operation, patience) : finished;
  if (outs.status !== "succeed") throw await cleared(outs, connection, operation, patience);
  return { id: idOf(outs), outs };
}

/** After a repeated create: of two backups with our mark one stays. Where that fails, the ID of ours is kept. */
async function single(outs: BackupOutputs, connection: Connection, operation: Operation, patience: Patience) {
  try {
    return await keepOldest(outs, connection, operation, patience);
  } catch (error) {
    if (!(error instanceof DcsError)) throw error;
    const reason = `${error.message} The create had to be repeated, and may have made a second backup with the mark ${outs.mark}; the next pulumi up looks again.`;
    throw new Unfinished(idOf(outs), { ...outs }, reason);
  }
}

/** Removes a failed record, and gives the error to throw: with the ID where the removal cannot be confirmed. */
async function cleared(outs: BackupOutputs, connection: Connection, operation: Operation, patience: Patience) {
  const { instanceId, backupId, status, errorCode } = outs;
  const why = status === "failed" ? reasonOf(errorCode) : `it is "${status}"`;
  const what = `Backup ${backupId} of DCS instance ${instanceId} failed: ${why}.`;
  try {
    await removeBackup(outs, connection, operation, patience);
  } catch (error) {
    if (!(error instanceof DcsError)) throw error;
    return new Unfinished(idOf(outs), { ...outs }, `${what} Its record could not be removed: ${error.message}`);
  }
  return new DcsError("backup-failed", `${what} Its record was removed. Run pulumi up to try again.`);
}
