import type { Connection } from "../dcs/connection";
import { isGone } from "../dcs/statuses";
import { DcsError } from "../errors";
import type { Patience } from "../waiter";
import { timeoutOf } from "./arguments";
import { missing } from "./missing";
import { connected, type Operation, patienceOf } from "./operation";
import { type BackupOutputs, gottenOutputs, listedOutputs } from "./outputs";
import { findOrProveGone } from "./presence";
import { twinsOf } from "./twins";

/**
 * Looks at the backup of a state, or of an ID (the resource option `id`). Gone by proof gives an empty ID, so that the next
 * `pulumi up` takes a new one; doubt throws.
 */
export async function read(
  id: string,
  stored: BackupOutputs,
  operation: Operation,
): Promise<{ id: string; props: BackupOutputs }> {
  const patience = patienceOf(operation, timeoutOf(stored, "read"));
  const connection = await connected(operation, stored);
  const outputs = stored.backupId ? stored : gottenOutputs(id, stored, connection);
  const ending = await findOrProveGone(outputs, connection, patience);
  if (ending.ended !== "found") throw couldNotTell(outputs, ending.ended);
  const look = ending.value;
  if (look.seen === "listed" && !isGone(look.backup.status)) return { id, props: listedOutputs(outputs, look.backup) };
  // The engine does not take an empty ID for an answer to a get.
  if (!stored.backupId)
    throw missing(outputs, connection.endpoint, look, "be read", "Check the ID, the region and the project.");
  if (outputs.whenGone === "keep" || (await hasTwin(outputs, connection, patience))) {
    return {
      id,
      props: look.seen === "listed" ? listedOutputs(outputs, look.backup) : { ...outputs, status: "deleted" },
    };
  }
  operation.say(
    outputs.owner,
    look.seen === "listed" ? `gone: its record says ${look.backup.status}` : GONE[look.seen],
  );
  return { id: "", props: outputs };
}

/** The error for looks that ended before they proved anything. */
export function couldNotTell({ backupId, instanceId }: BackupOutputs, ended: "deadline" | "interrupted"): DcsError {
  return new DcsError(
    ended,
    `Could not tell whether backup ${backupId} of DCS instance ${instanceId} exists: the time was up before it was certain. The state is unchanged; run pulumi refresh again.`,
  );
}

/** The state is the only trace of a second backup that a repeated create may have made: its replacement deletes both. */
async function hasTwin(outputs: BackupOutputs, connection: Connection, patience: Patience): Promise<boolean> {
  return outputs.repeated === true && (await twinsOf(outputs, connection, patience)).length > 0;
}

const GONE = { absent: "gone: the instance no longer lists it", "instance-absent": "gone with its instance" } as const;
