import { CallFailed, type CallOptions } from "../dcs/call";
import type { Look } from "../dcs/absence";
import { isPending } from "../dcs/statuses";
import { DcsError } from "../errors";
import type { Patience } from "../waiter";
import { formatDuration } from "./durations";
import type { BackupOutputs } from "./outputs";
import { isPassing } from "./passing";
import { tellPauses } from "./pauses";
import type { Connection } from "../dcs/connection";
import type { Operation } from "./operation";
import { findOrProveGone } from "./presence";

/** How a backup was proven to be gone. */
export type Proof = "absent" | "absent-before" | "deleted" | "instance-absent" | "expired";

/** Deletion may go on after the answer: looks are this far apart, a little more each time. Milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 10_000;

/** A refused deletion that may be taken later is asked for again: soon at first, then less often. Milliseconds. */
const SHORTEST_BETWEEN_ORDERS = 2_000;
const LONGEST_BETWEEN_ORDERS = 15_000;
const pauseAfter = (waited: number) => Math.min(LONGEST_BETWEEN_ORDERS, Math.max(SHORTEST_BETWEEN_ORDERS, waited / 5));

/** A deletion that was accepted and has no effect for this long is asked for again. */
const ASK_AGAIN = 2 * 60_000;

/**
 * Deletes a backup, and returns only with the proof that it is gone. Whatever the answer was, looking decides.
 *
 * Throws when the service refuses and the backup is still listed as finished, when looking is not possible, and at the
 * deadline. A backup that still runs is waited for, whatever the refusal says.
 */
export async function removeBackup(
  outputs: BackupOutputs,
  connection: Connection,
  operation: Operation,
  patience: Patience,
): Promise<Proof> {
  const { clock, deadline, signal } = patience;
  const tell = tellPauses(operation, outputs.owner, "to delete");
  const options = { ...patience, onPause: tell, whenBusy: "fail" as const };
  const began = clock.now();
  let accepted = false;
  let known = outputs;
  for (;;) {
    const refused = await askFor(outputs, connection, options);
    accepted ||= refused === undefined;
    const until = Math.min(deadline, clock.now() + (refused ? 0 : ASK_AGAIN));
    const look = await lookUntil(until, known, connection, patience, refused);
    known = seenIn(look, known);
    const proof = look && proofOf(look, refused);
    if (proof) return proof;
    if (signal.aborted) throw interrupted(outputs);
    const busy = isBusy(refused) || isRunning(look);
    if (refused && !busy && (!accepted || isFinal(refused))) throw stillThere(outputs, look, refused);
    if (clock.now() >= deadline) throw outOfTime(outputs, clock.now() - began, refused);
    if (!refused) continue;
    if (busy) tell({ kind: "in-line", why: reasonToWait(refused) });
    await clock.sleep(Math.min(pauseAfter(clock.now() - began), deadline - clock.now()), signal);
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

/** Looks, at least once, until the proof is there or the time is up; gives the last look. */
async function lookUntil(
  until: number,
  outputs: BackupOutputs,
  connection: Connection,
  patience: Patience,
  refused: DcsError | undefined,
): Promise<Look | undefined> {
  const { clock, deadline, signal } = patience;
  let known = outputs;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 1.5)) {
    const ending = await findOrProveGone(known, connection, patience).catch((error: unknown) => {
      // Where the order was taken, it remains to be seen that it was carried out, and there is time for that.
      if (isPassing(error) && clock.now() < deadline) return undefined;
      throw error instanceof DcsError ? notSeen(outputs, refused, error, signal) : error;
    });
    const look = ending?.ended === "found" ? ending.value : undefined;
    known = seenIn(look, known);
    const left = until - clock.now();
    if ((look && proofOf(look, refused)) || left <= 0 || signal.aborted) return look;
    await clock.sleep(Math.min(pause, left), signal);
  }
}

/** A backup that a look has shown is not late any more: from then on its absence counts at once. */
const seenIn = (look: Look | undefined, outputs: BackupOutputs): BackupOutputs =>
  look?.seen === "listed" ? { ...outputs, listed: true } : outputs;

function proofOf(look: Look, refused: DcsError | undefined): Proof | undefined {
  if (look.seen === "absent" && isDenied(refused)) return "absent-before";
  if (look.seen !== "listed") return look.seen;
  if (look.backup.status === "deleted") return "deleted";
  // DCS has removed the file by itself, and does not let us remove the record. Any other failure says nothing of the kind.
  return look.backup.status === "expired" && isDenied(refused) ? "expired" : undefined;
}

/** Whether DCS itself refused the request as such; not for want of rights, and not for its own or a gateway's failure. */
function isDenied(refused: DcsError | undefined): boolean {
  return refused instanceof CallFailed && refused.refusal?.meaning === "refused" && refused.refusal.fromDcs;
}

const isBusy = (refused: DcsError | undefined) => refused instanceof CallFailed && refused.refusal?.meaning === "busy";

/** Refusals that no waiting changes, even after an order that was taken. */
const isFinal = ({ code }: DcsError) => ["not-allowed", "credentials-refused", "project-unknown"].includes(code);

const reasonToWait = (refused: DcsError) =>
  (refused instanceof CallFailed && isBusy(refused) ? refused.refusal?.sense : undefined) ??
  "the backup is still running";

const isRunning = (look: Look | undefined) => look?.seen === "listed" && isPending(look.backup.status);

const lastResort = (owner: string) => `To make Pulumi forget it without deleting it: pulumi state delete '${owner}'.`;

/** What became of the state, and what to do; a backup that the command deletes has no owner, and is in no state. */
const stays = (owner: string, remedy: string, byHand: string) =>
  owner ? `It stays in the state; ${remedy} ${lastResort(owner)}` : byHand;

function stillThere(
  { instanceId, backupId, owner }: BackupOutputs,
  look: Look | undefined,
  refused: DcsError,
): DcsError {
  const seen = look
    ? `The backup is still listed by instance ${instanceId}`
    : `Whether backup ${backupId} is gone could not be seen`;
  return new DcsError(
    refused.code,
    `${refused.message} ${seen}${owner ? `, so it stays in the state. ${lastResort(owner)}` : "."}`,
    refused.said,
  );
}

function notSeen(
  outputs: BackupOutputs,
  refused: DcsError | undefined,
  error: DcsError,
  signal: AbortSignal,
): DcsError {
  return signal.aborted ? interrupted(outputs) : stillThere(outputs, undefined, refused ?? error);
}

function interrupted({ instanceId, backupId }: BackupOutputs): DcsError {
  return new DcsError(
    "interrupted",
    `Stopped deleting backup ${backupId} of DCS instance ${instanceId}, as Pulumi was asked to stop. It stays in the state; run pulumi again to go on.`,
  );
}

function outOfTime(
  { instanceId, backupId, owner }: BackupOutputs,
  waited: number,
  refused: DcsError | undefined,
): DcsError {
  const last = refused ? ` The last answer: ${refused.message}` : "";
  return new DcsError(
    "deadline",
    `Backup ${backupId} of DCS instance ${instanceId} is not gone ${formatDuration(waited)} after the order to delete it. ${stays(owner, "run pulumi again to go on, or raise timeouts.delete.", "Run the command again to go on.")}${last}`,
  );
}
