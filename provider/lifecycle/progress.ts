import type { ListedBackup } from "../dcs/wire";
import { formatDuration } from "./durations";
import { formatSize } from "./sizes";

/** In plain logs each message is a line: one per ten percent, or after this many milliseconds. */
const QUIET = 30_000;

/** Gives the next message of a running backup, or nothing when there is nothing new to say. */
export function progressTeller(startedAt: number): (backup: ListedBackup, now: number) => string | undefined {
  let saidStep = -1;
  let saidAt = Number.NEGATIVE_INFINITY;
  return (backup, now) => {
    const percent = Number.isNaN(backup.progress) ? 0 : Math.floor(backup.progress);
    const step = Math.floor(percent / 10);
    if (step === saidStep && now - saidAt < QUIET) return undefined;
    saidStep = step;
    saidAt = now;
    const state = backup.status === "waiting" ? "waiting" : `${percent} %`;
    return `${nameOf(backup)} ${state}, ${formatDuration(now - startedAt)}`;
  };
}

/** The closing line. */
export function tellDone(backup: ListedBackup, took: number): string {
  const size = backup.size === undefined ? "" : `, ${formatSize(backup.size)}`;
  return `${nameOf(backup)} done${size}, ${formatDuration(took)}`;
}

function nameOf(backup: ListedBackup): string {
  return backup.name ?? `backup ${backup.backupId}`;
}
