import { DcsError, Unfinished } from "../errors";
import { isDone, isGone } from "../dcs/statuses";
import type { ListedBackup } from "../dcs/wire";
import type { Patience } from "../waiter";
import { awaitBackup } from "./await-backup";
import { formatDuration } from "./durations";
import { bearsMark } from "./mark";
import { type BackupOutputs, idOf, listedOutputs, requestedAtOf } from "./outputs";
import type { Connection } from "../dcs/connection";
import type { Operation } from "./operation";
import { tellDone } from "./progress";

/**
 * Waits until the backup is final and gives its outputs; the caller judges the status.
 *
 * From here on every failure carries the ID: the deadline, an interruption, an error while looking all throw
 * {@link Unfinished} with the latest outputs, and the next `pulumi up` goes on waiting.
 */
export async function finish(
  ordered: BackupOutputs,
  connection: Connection,
  operation: Operation,
  patience: Patience,
): Promise<BackupOutputs> {
  let outputs = ordered;
  const unfinished = (reason: string) => new Unfinished(idOf(outputs), { ...outputs }, reason);
  const which = `backup ${ordered.backupId} of DCS instance ${ordered.instanceId}`;
  const began = operation.clock.now();
  let neighbours: readonly ListedBackup[] = [];
  let ending;
  try {
    ending = await awaitBackup(ordered, connection, operation, patience, (backup, rows) => {
      outputs = listedOutputs(outputs, backup);
      neighbours = rows;
    });
  } catch (error) {
    if (operation.signal.aborted) throw unfinished(interrupted(which));
    const why = error instanceof Error ? error.message : String(error);
    throw unfinished(`${why} The next pulumi up goes on waiting for ${which}.`);
  }
  if (ending.ended === "interrupted") throw unfinished(interrupted(which));
  if (ending.ended === "deadline") {
    const waited = formatDuration(operation.clock.now() - began);
    throw unfinished(
      `Waited ${waited} for ${which}, and it is still "${outputs.status}". The next pulumi up goes on waiting; pulumi destroy deletes it. Raise timeouts.create to wait longer.`,
    );
  }
  if (ending.value === "missing") {
    if (ordered.adopted) throw new DcsError("backup-missing", `Stopped waiting for ${which}: it is gone.`);
    outputs = { ...outputs, status: "deleted" };
    throw unfinished(
      `DCS took the order for ${which}, but does not list it${ordered.listed ? " any more" : ""}: it is gone. The next pulumi up takes a new one.`,
    );
  }
  if (isDone(ending.value.status)) {
    operation.say(outputs.owner, tellDone(ending.value, operation.clock.now() - requestedAtOf(ordered)));
    for (const surprise of [...surprises(outputs, ending.value), ...fullness(neighbours)])
      operation.say(outputs.owner, surprise);
  }
  return outputs;
}

/** What the service did otherwise than asked, without it being a failure. */
function surprises({ mark, wantedFormat, adopted }: BackupOutputs, { remark, backupFormat }: ListedBackup): string[] {
  const said: string[] = [];
  if (!adopted && !bearsMark(remark, mark))
    said.push("DCS changed the remark: it no longer ends in our mark, which finds lost backups");
  if (wantedFormat && backupFormat && wantedFormat !== backupFormat) {
    said.push(`DCS chose the format ${backupFormat} instead of ${wantedFormat}`);
  }
  return said;
}

/** DCS keeps the latest 24 backups of an instance, automatic ones included: user manual, "Backing Up and Restoring". */
const MOST_KEPT = 24;

/** Which backup DCS will push out next, once the instance holds as many as it keeps. */
function fullness(rows: readonly ListedBackup[]): string[] {
  const kept = rows.filter(({ status }) => !isGone(status));
  if (kept.length < MOST_KEPT) return [];
  const [oldest] = [...kept].sort((one, other) => (one.createdAt ?? "").localeCompare(other.createdAt ?? ""));
  const which = `${oldest?.name ?? oldest?.backupId ?? ""} of ${oldest?.createdAt ?? "an unknown time"}`;
  return [`the instance now holds ${kept.length} backups, as many as DCS keeps: the next one pushes out ${which}`];
}

function interrupted(which: string): string {
  return `Stopped waiting for ${which}, as Pulumi was asked to stop. The next pulumi up goes on waiting; pulumi destroy deletes it.`;
}
