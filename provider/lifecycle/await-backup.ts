import { DcsError } from "../errors";
import { lookFor } from "../dcs/absence";
import type { ListedBackup } from "../dcs/wire";
import { type Ending, type Finding, type Patience, waitUntil } from "../waiter";
import type { BackupOutputs } from "./outputs";
import type { Connection } from "../dcs/connection";
import type { Operation } from "./operation";
import { tellPauses } from "./pauses";
import { pauseUntilNextLook } from "./pace";
import { progressTeller } from "./progress";

/** DCS API reference, "Listing Backup Records", field `status`. */
const PENDING = ["waiting", "backuping"];
const FINAL = ["succeed", "failed", "expired", "deleted"];

/** An ID that the service gave may not be listed at once; after this long, and this many looks, it is missing. */
export const LISTING_LAG = 120_000;
export const LISTING_LOOKS = 3;

/** What the wait for a backup found: its final record, or nothing since it was never listed. */
export type Awaited = ListedBackup | "missing";

/**
 * Waits for a backup to be finished, well or badly, and tells its progress on the resource's row.
 *
 * `seen` is told of each record, so that a wait that ends early still knows the latest. Throws on a status that the API
 * reference does not know.
 */
export function awaitBackup(
  outputs: BackupOutputs,
  connection: Connection,
  operation: Operation,
  patience: Patience,
  seen: (backup: ListedBackup) => void,
): Promise<Ending<Awaited>> {
  const { instanceId, backupId, owner } = outputs;
  const { clock, say } = operation;
  const startedAt = Date.parse(outputs.requestedAt);
  const tell = progressTeller(startedAt);
  const options = { ...patience, onPause: tellPauses(operation, owner) };
  let looks = 0;

  async function look(): Promise<Finding<Awaited>> {
    const told = await lookFor(connection.client, instanceId, (row) => row.backupId === backupId, options);
    looks += 1;
    const elapsed = clock.now() - startedAt;
    if (told.seen === "instance-absent") return { over: true, value: "missing" };
    if (told.seen === "absent") {
      const missing = outputs.listed || (elapsed >= LISTING_LAG && looks >= LISTING_LOOKS);
      return missing
        ? { over: true, value: "missing" }
        : { over: false, pause: pauseUntilNextLook(elapsed, Number.NaN) };
    }
    const { backup } = told;
    seen(backup);
    if (FINAL.includes(backup.status)) return { over: true, value: backup };
    if (!PENDING.includes(backup.status)) throw unheardOf(backup);
    const message = tell(backup, clock.now());
    if (message) say(owner, message);
    return { over: false, pause: pauseUntilNextLook(elapsed, backup.progress) };
  }

  return waitUntil(look, patience);
}

function unheardOf(backup: ListedBackup): DcsError {
  const known = [...PENDING, ...FINAL].join(", ");
  return new DcsError(
    "answer-unreadable",
    `Backup ${backup.backupId} has the status "${backup.status}", which the API reference does not know (it knows ${known}). Run pulumi again; if it stays, look at the backup in the console.`,
  );
}
