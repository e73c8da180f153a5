import { lookFor } from "../dcs/absence";
import { DcsError } from "../errors";
import { timeoutOf } from "./arguments";
import { connected, type Operation, patienceOf } from "./operation";
import type { BackupOutputs } from "./outputs";

/** The new endpoint, as it was reached, once a look there shows the backup. Throws where it does not. */
export async function movedTo(
  endpoint: string,
  outputs: BackupOutputs,
  inputs: { readonly timeouts?: unknown },
  operation: Operation,
): Promise<string> {
  const patience = patienceOf(operation, timeoutOf(inputs, "read"));
  const connection = await connected(operation, { ...outputs, endpoint });
  const isIt = (row: { readonly backupId: string }) => row.backupId === outputs.backupId;
  const look = await lookFor(connection.client, outputs.instanceId, isIt, patience);
  if (look.seen === "listed") return connection.endpoint;
  throw new DcsError(
    "backup-missing",
    `Backup ${outputs.backupId} of DCS instance ${outputs.instanceId} is not at the new endpoint ${connection.endpoint}, so the old one (${outputs.endpoint}) is kept. Change endpoint back, or replace the backup.`,
  );
}
