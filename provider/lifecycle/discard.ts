import { lookFor } from "../dcs/absence";
import { connected, type Operation } from "./operation";
import type { BackupOutputs } from "./outputs";
import { removeBackup } from "./remove";
import { removeTwins } from "./twins";

/**
 * Deletes what a create has made and nobody will be told of. What was taken over, not made, stays.
 *
 * The operation's signal has to be a new one: that of the create is aborted. `limit`: milliseconds.
 */
export async function discard(outputs: BackupOutputs, operation: Operation, limit: number): Promise<void> {
  if (outputs.adopted) return;
  const { clock, signal } = operation;
  const patience = { clock, signal, deadline: clock.now() + limit };
  const connection = await connected(operation, outputs);
  const { instanceId, backupId } = outputs;
  const look = await lookFor(connection.client, instanceId, (row) => row.backupId === backupId, patience);
  // One that is seen now need not be waited for as one that may be late.
  const listed = outputs.listed || look.seen === "listed";
  await removeBackup({ ...outputs, listed }, connection, operation, patience);
  if (outputs.repeated) await removeTwins(outputs, connection, operation, patience);
}
