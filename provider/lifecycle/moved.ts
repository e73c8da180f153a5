import { lookFor } from "../dcs/absence";
import { DcsError } from "../errors";
import { timeoutOf } from "./arguments";
import { connected, type Operation, patienceOf } from "./operation";
import type { BackupOutputs } from "./outputs";

/** How a backup is reached: what may change without making another one of it. */
interface Reach {
  readonly endpoint: string;
  readonly cloud?: string;
}

/** Whether the endpoint is another one, or the credentials are. */
export function isReachedElsewhere(now: Reach, before: Reach): boolean {
  return now.endpoint !== before.endpoint || now.cloud !== before.cloud;
}

/**
 * The endpoint, as it was reached, once a look at the new endpoint, or with the new credentials, shows the backup. Throws
 * where it does not.
 */
export async function movedTo(
  elsewhere: BackupOutputs,
  before: Reach,
  inputs: { readonly timeouts?: unknown },
  operation: Operation,
): Promise<string> {
  const patience = patienceOf(operation, timeoutOf(inputs, "read"));
  const { client, endpoint } = await connected(operation, elsewhere);
  const isIt = (row: { readonly backupId: string }) => row.backupId === elsewhere.backupId;
  const look = await lookFor(client, elsewhere.instanceId, isIt, patience);
  if (look.seen === "listed") return endpoint;
  throw new DcsError(
    "backup-missing",
    `Backup ${elsewhere.backupId} of DCS instance ${elsewhere.instanceId} ${notThere(elsewhere, before)}`,
  );
}

function notThere({ endpoint, cloud }: Reach, before: Reach): string {
  if (endpoint !== before.endpoint) {
    return `is not at the new endpoint ${endpoint}, so the old one (${before.endpoint}) is kept. Change endpoint back, or replace the backup.`;
  }
  const [now, old] = [cloud, before.cloud].map((name) => (name === undefined ? "as configured" : `"${name}"`));
  return `cannot be seen with the new cloud (${now ?? ""}), so the old one (${old ?? ""}) is kept. Change cloud back, or replace the backup.`;
}
