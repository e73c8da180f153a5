import { type Look, lookFor } from "../dcs/absence";
import type { Connection } from "../dcs/connection";
import { isFinal, isPending, KNOWN_STATUSES } from "../dcs/statuses";
import type { ListedBackup } from "../dcs/wire";
import { DcsError } from "../errors";
import { type Ending, type Finding, type Patience, waitUntil } from "../waiter";
import { mayBeLate } from "./late-listing";
import type { Operation } from "./operation";
import { type BackupOutputs, requestedAtOf } from "./outputs";
import { foresee, NO_FORESIGHT, pauseUntilNextLook, usualDuration } from "./pace";
import { isPassing } from "./passing";
import { tellPauses } from "./pauses";
import { progressTeller } from "./progress";

/** What the wait for a backup found: its final record, or nothing, since it is not listed and not only late. */
export type Awaited = ListedBackup | "missing";

/** Milliseconds until the next look after one that failed; longer each time. */
const AFTER_A_FAILURE = 15_000;
const LONGEST_AFTER_A_FAILURE = 120_000;

/** A wait that was resumed knows little of the backup: its pauses are short at first, whatever the backup's age. */
const FIRST_PAUSES = 10_000;

/**
 * Waits for a backup to be finished, well or badly, and tells its progress on the resource's row.
 *
 * `seen` is told of each record, so that a wait that ends early still knows the latest. Passing failures of a look are borne
 * until the deadline; others throw, as does a status that the API reference does not know.
 */
export function awaitBackup(
  outputs: BackupOutputs,
  connection: Connection,
  operation: Operation,
  patience: Patience,
  seen: (backup: ListedBackup, rows: readonly ListedBackup[]) => void,
): Promise<Ending<Awaited>> {
  const { instanceId, backupId, owner } = outputs;
  const { clock, say } = operation;
  const startedAt = requestedAtOf(outputs);
  const tell = progressTeller(startedAt);
  const options = { ...patience, onPause: tellPauses(operation, owner) };
  let looks = 0;
  let foresight = NO_FORESIGHT;
  let failures = 0;
  const began = clock.now();
  const withinReason = (pause: number) => Math.min(pause, Math.max(FIRST_PAUSES, (clock.now() - began) / 3));

  async function look(): Promise<Finding<Awaited>> {
    const told = await tryLook();
    if (!told) {
      failures += 1;
      return { over: false, pause: Math.min(LONGEST_AFTER_A_FAILURE, AFTER_A_FAILURE * 1.5 ** (failures - 1)) };
    }
    failures = 0;
    looks += 1;
    const elapsed = clock.now() - startedAt;
    if (told.seen === "instance-absent") return { over: true, value: "missing" };
    if (told.seen === "absent") {
      if (!mayBeLate(outputs, looks, clock.now())) return { over: true, value: "missing" };
      return { over: false, pause: withinReason(pauseUntilNextLook(elapsed, foresight, undefined)) };
    }
    const { backup, rows } = told;
    seen(backup, rows);
    if (isFinal(backup.status)) return { over: true, value: backup };
    if (!isPending(backup.status)) throw unheardOf(backup);
    const message = tell(backup, clock.now());
    if (message) say(owner, message);
    foresight = foresee(foresight, backup.progress, elapsed);
    return { over: false, pause: withinReason(pauseUntilNextLook(elapsed, foresight, usualDuration(rows))) };
  }

  async function tryLook(): Promise<Look | undefined> {
    try {
      return await lookFor(connection.client, instanceId, (row) => row.backupId === backupId, options);
    } catch (error) {
      if (isPassing(error) && clock.now() < patience.deadline) return undefined;
      throw error;
    }
  }

  return waitUntil(look, patience);
}

function unheardOf(backup: ListedBackup): DcsError {
  return new DcsError(
    "answer-unreadable",
    `Backup ${backup.backupId} has the status "${backup.status}", which the API reference does not know (it knows ${KNOWN_STATUSES.join(", ")}). Run pulumi again; if it stays, look at the backup in the console.`,
  );
}
