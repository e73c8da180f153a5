import { lookFor } from "../dcs/absence";
import type { PlaceArguments } from "../dcs/connection";
import { DcsError } from "../errors";
import { timeoutOf } from "./arguments";
import { connected, type Operation, patienceOf } from "./operation";

/** How a backup is reached: what may change without making another one of it. */
interface Reach {
  readonly endpoint: string;
  readonly cloud?: string;
}

/** Whether the endpoint is another one, or the credentials are. */
export function isReachedElsewhere(now: Reach, before: Reach): boolean {
  return now.endpoint !== before.endpoint || now.cloud !== before.cloud;
}

/** What is to be found at the new place: a backup, or the members of a rotation. */
type Moved = Reach & PlaceArguments & { readonly instanceId: string; readonly owner: string };

/**
 * The endpoint, as it was reached, once a look at the new endpoint, or with the new credentials, shows one of the backups.
 * Throws where it shows none.
 */
export async function movedTo(
  elsewhere: Moved,
  backupIds: readonly string[],
  before: Reach,
  inputs: { readonly timeouts?: unknown },
  operation: Operation,
): Promise<string> {
  const patience = patienceOf(operation, timeoutOf(inputs, "read"));
  const { client, endpoint } = await connected(operation, elsewhere);
  const isOne = (row: { readonly backupId: string }) => backupIds.includes(row.backupId);
  const look = await lookFor(client, elsewhere.instanceId, isOne, patience);
  if (look.seen === "listed") return endpoint;
  const which = `${backupIds.length > 1 ? "any of the backups" : "backup"} ${backupIds.join(", ")}`;
  throw new DcsError(
    "backup-missing",
    `${missingAt(elsewhere, before, `${which} of DCS instance ${elsewhere.instanceId}`)}, or replace the resource.`,
  );
}

function missingAt({ endpoint, cloud }: Reach, before: Reach, which: string): string {
  if (endpoint !== before.endpoint) {
    return `The new endpoint ${endpoint} does not show ${which}, so the old one (${before.endpoint}) is kept. Change endpoint back`;
  }
  const [now, old] = [cloud, before.cloud].map((name) => (name === undefined ? "as configured" : `"${name}"`));
  return `The new cloud (${now ?? ""}) does not show ${which}, so the old one (${old ?? ""}) is kept. Change cloud back`;
}
