import type { CallOptions } from "../dcs/call";
import type { Look } from "../dcs/absence";
import { DcsError } from "../errors";
import type { Patience } from "../waiter";
import { formatDuration } from "./durations";
import type { BackupOutputs } from "./outputs";
import { tellPauses } from "./pauses";
import type { Connection } from "../dcs/connection";
import type { Operation } from "./operation";
import { findOrProveGone } from "./presence";

/** How a backup was proven to be gone. */
export type Proof = "absent" | "deleted" | "instance-absent" | "expired";

/** Deletion may go on after the answer: looks are this far apart, a little more each time. Milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 10_000;

/** A deletion that was accepted and has no effect for this long is asked for again. */
const ASK_AGAIN = 2 * 60_000;

/**
 * Deletes a backup, and returns only with the proof that it is gone. Whatever the answer was, looking decides.
 *
 * Throws when the service refuses and the backup is still listed, when looking is not possible, and at the deadline.
 */
export async function removeBackup(
  outputs: BackupOutputs,
  connection: Connection,
  operation: Operation,
  patience: Patience,
): Promise<Proof> {
  const { clock, deadline, signal } = patience;
  const options = { ...patience, onPause: tellPauses(operation, outputs.owner, "to delete") };
  const began = clock.now();
  for (;;) {
    const refused = await askFor(outputs, connection, options);
    const until = refused ? clock.now() : Math.min(deadline, clock.now() + ASK_AGAIN);
    const proof = await proofUntil(until, outputs, connection, patience, refused);
    if (proof) return proof;
    if (signal.aborted) throw interrupted(outputs);
    if (refused) throw stillThere(outputs, refused);
    if (clock.now() >= deadline) throw outOfTime(outputs, clock.now() - began);
  }
}

/** Sends the deletion; a refusal is given back, since it may only mean that the backup is gone already. */
async function askFor(outputs: BackupOutputs, { client }: Connection, options: CallOptions) {
  try {
    await client.deleteBackup(outputs.instanceId, outputs.backupId, options);
    return undefined;
  } catch (error) {
    if (error instanceof DcsError) return error;
    throw error;
  }
}

/** Looks for the proof, at least once, until it is there or the time is up. */
async function proofUntil(
  until: number,
  outputs: BackupOutputs,
  connection: Connection,
  patience: Patience,
  refused: DcsError | undefined,
): Promise<Proof | undefined> {
  const { clock, signal } = patience;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 1.5)) {
    const ending = await findOrProveGone(outputs, connection, patience).catch((error: unknown) => {
      throw error instanceof DcsError ? notSeen(outputs, refused, error, signal) : error;
    });
    const proof = ending.ended === "found" ? proofOf(ending.value, refused) : undefined;
    const left = until - clock.now();
    if (proof || left <= 0 || signal.aborted) return proof;
    await clock.sleep(Math.min(pause, left), signal);
  }
}

function proofOf(look: Look, refused: DcsError | undefined): Proof | undefined {
  if (look.seen !== "listed") return look.seen;
  if (look.backup.status === "deleted") return "deleted";
  return look.backup.status === "expired" && refused ? "expired" : undefined;
}

const lastResort = "To make Pulumi forget it without deleting it, use pulumi state delete.";

function stillThere({ instanceId }: BackupOutputs, refused: DcsError): DcsError {
  const message = `${refused.message} The backup is still listed by instance ${instanceId}, so it stays in the state. ${lastResort}`;
  return new DcsError(refused.code, message, refused.said);
}

function notSeen(
  outputs: BackupOutputs,
  refused: DcsError | undefined,
  error: DcsError,
  signal: AbortSignal,
): DcsError {
  if (signal.aborted) return interrupted(outputs);
  const cause = refused ?? error;
  const message = `${cause.message} Whether backup ${outputs.backupId} is gone could not be seen, so it stays in the state. ${lastResort}`;
  return new DcsError(cause.code, message, cause.said);
}

function interrupted({ instanceId, backupId }: BackupOutputs): DcsError {
  return new DcsError(
    "interrupted",
    `Stopped deleting backup ${backupId} of DCS instance ${instanceId}, as Pulumi was asked to stop. It stays in the state; run pulumi again to go on.`,
  );
}

function outOfTime({ instanceId, backupId }: BackupOutputs, waited: number): DcsError {
  return new DcsError(
    "deadline",
    `DCS took the order to delete backup ${backupId} of DCS instance ${instanceId}, but still lists it after ${formatDuration(waited)}. It stays in the state; run pulumi again to go on, or raise timeouts.delete. ${lastResort}`,
  );
}
