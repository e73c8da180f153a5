import { lookFor, type Look } from "../dcs/absence";
import { type Ending, type Finding, type Patience, waitUntil } from "../waiter";
import { LISTING_LAG, LISTING_LOOKS } from "./await-backup";
import type { BackupOutputs } from "./outputs";
import type { Connection } from "../dcs/connection";

/** Milliseconds between looks for a backup that was never listed. */
const BETWEEN_LOOKS = 10_000;

/**
 * Finds a backup, or proves that it is gone.
 *
 * A backup that was listed once is gone when one complete look does not show it. One that was never listed may only be
 * late: it is gone when it has not appeared for two minutes since it was asked for, in at least three looks.
 */
export function findOrProveGone(
  { instanceId, backupId, listed, requestedAt }: BackupOutputs,
  { client }: Connection,
  patience: Patience,
): Promise<Ending<Look>> {
  let looks = 0;
  return waitUntil(async (): Promise<Finding<Look>> => {
    const look = await lookFor(client, instanceId, (row) => row.backupId === backupId, patience);
    looks += 1;
    const age = patience.clock.now() - Date.parse(requestedAt);
    const tooEarly = look.seen === "absent" && !listed && (age < LISTING_LAG || looks < LISTING_LOOKS);
    return tooEarly ? { over: false, pause: BETWEEN_LOOKS } : { over: true, value: look };
  }, patience);
}
