import { CallFailed } from "../dcs/call";
import type { Refusal } from "../dcs/refusal";
import { explain } from "../dcs/refusal";
import { DcsError, Unfinished } from "../errors";
import type { Patience } from "../waiter";
import { timeoutOf } from "./arguments";
import { finish } from "./finish";
import type { BackupInputs } from "./inputs";
import { bearsMark, remarkOf } from "./mark";
import type { Connection } from "../dcs/connection";
import { type Operation, patienceOf } from "./operation";
import { type BackupOutputs, idOf, orderedOutputs } from "./outputs";
import { removeBackup } from "./remove";
import { reasonOf } from "./reasons";

/**
 * Takes a backup and waits until it is there.
 *
 * Nothing is sent twice that might have been done. Before an ID is known, failures are plain errors; afterwards every
 * failure carries it. A backup that fails is removed again, and the error says why it failed.
 */
export async function create(inputs: BackupInputs, operation: Operation): Promise<{ id: string; outs: BackupOutputs }> {
  if (operation.signal.aborted) throw nothingMade(inputs);
  const patience = patienceOf(operation, timeoutOf(inputs, "create"));
  const connection = await operation.connect(inputs);
  const requestedAt = operation.clock.now();
  const backupId = await order(inputs, connection, operation, patience);
  const ordered = orderedOutputs(inputs, connection, backupId, requestedAt);
  const outs = await finish(ordered, connection, operation, patience);
  if (outs.status !== "succeed") throw await cleared(outs, connection, operation, patience);
  return { id: idOf(outs), outs };
}

/** Asks for the backup. When the answer is lost, the mark in the remark tells whether it was made. */
async function order(inputs: BackupInputs, connection: Connection, operation: Operation, patience: Patience) {
  const { instanceId, description, mark, owner } = inputs;
  const onBusy = (refusal: Refusal) => {
    operation.say(owner, `waiting in line: ${explain(refusal)}`);
  };
  try {
    return await connection.client.createBackup(instanceId, remarkOf(description, mark), { ...patience, onBusy });
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    if (error.perhapsDone) return await findByMark(inputs, connection, patience, error);
    throw operation.signal.aborted ? nothingMade(inputs) : error;
  }
}

async function findByMark(
  { instanceId, mark }: BackupInputs,
  connection: Connection,
  patience: Patience,
  lost: CallFailed,
) {
  const found = await connection.client
    .listBackups(instanceId, patience, (row) => bearsMark(row.remark, mark))
    .then(({ rows }) => rows.find((row) => bearsMark(row.remark, mark)))
    .catch(() => undefined);
  if (found) return found.backupId;
  throw new DcsError(
    "answer-lost",
    `${lost.message} Whether a backup was made is not known: look for the remark "${mark}" in the list of the instance's backups, and delete it there if it exists.`,
  );
}

function nothingMade({ instanceId }: BackupInputs): DcsError {
  return new DcsError(
    "interrupted",
    `No backup of DCS instance ${instanceId} was made, as Pulumi was asked to stop. Run pulumi up to take it.`,
  );
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
