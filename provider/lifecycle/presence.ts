import { lookFor, type Look } from "../dcs/absence";
import type { Connection } from "../dcs/connection";
import { type Ending, type Finding, type Patience, waitUntil } from "../waiter";
import { mayBeLate } from "./late-listing";
import type { BackupOutputs } from "./outputs";

/** Milliseconds between looks for a backup that was never listed. */
const BETWEEN_LOOKS = 10_000;

/**
 * Finds a backup, or proves that it is gone.
 *
 * A backup that was listed once is gone when one complete look does not show it. One that was never listed may only be
 * late, so it is looked for again.
 */
export function findOrProveGone(
  outputs: BackupOutputs,
  { client }: Connection,
  patience: Patience,
): Promise<Ending<Look>> {
  const { instanceId, backupId } = outputs;
  let looks = 0;
  return waitUntil(async (): Promise<Finding<Look>> => {
    const look = await lookFor(client, instanceId, (row) => row.backupId === backupId, patience);
    looks += 1;
    const late = look.seen === "absent" && mayBeLate(outputs, looks, patience.clock.now());
    return late ? { over: false, pause: BETWEEN_LOOKS } : { over: true, value: look };
  }, patience);
}
