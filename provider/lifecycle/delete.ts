import { timeoutOf } from "./arguments";
import { connected, type Operation, patienceOf } from "./operation";
import { type BackupOutputs, placeOf } from "./outputs";
import { removeBackup } from "./remove";
import { removeTwins } from "./twins";

/**
 * Deletes the backup with the IDs that were stored when it was made, at the place where it was made.
 *
 * It returns only when the backup is proven to be gone; any error keeps the resource in the state.
 */
export async function deleteBackup(outputs: BackupOutputs, operation: Operation): Promise<void> {
  const patience = patienceOf(operation, timeoutOf(outputs, "delete"));
  const connection = await connected(operation, outputs);
  if (operation.takenOver.has(placeOf(outputs))) {
    // The adopter knows one ID: a second backup of a repeated create would be nobody's.
    if (outputs.repeated) await removeTwins(outputs, connection, operation, patience);
    operation.say(outputs.owner, "kept: another resource of this run has adopted it");
    return;
  }
  const proof = await removeBackup(outputs, connection, operation, patience);
  if (outputs.repeated && proof !== "instance-absent") await removeTwins(outputs, connection, operation, patience);
  operation.say(outputs.owner, TOLD[proof]);
}

const TOLD = {
  absent: "deleted: the instance no longer lists it",
  "absent-before": "was gone already: the instance does not list it",
  deleted: "deleted: its record says so",
  "instance-absent": "gone with its instance",
  expired: "expired: DCS has removed the file, and keeps the record",
} as const;
