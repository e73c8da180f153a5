import type { Backup } from "./backup";
import { courseOf } from "./progress";

/** Where a backup stands at a moment. */
export interface Stage {
  /** One of the six of the API reference (A1, A2, H25), or what was set from outside. */
  readonly status: string;
  /** Percent, 0 to 100. */
  readonly progress: number;
}

/** The part of its duration that a backup spends queued. */
const QUEUED = 0.05;

/** A pure function of the record and the time: nothing ticks in this simulator. */
export function stageOf(backup: Backup, now: number): Stage {
  if (isRemoved(backup, now)) return { status: "deleted", progress: 100 };
  const { status, progress } = backup.fixed;
  const timely = progress === null ? stageByTime(backup, now) : { status: "backuping", progress };
  return status === null ? timely : { ...timely, status };
}

/** Removed: not before a deletion that takes its time is done. */
export function isRemoved(backup: Backup, now: number): boolean {
  return backup.removal !== null && now >= backup.removal.at;
}

/** Listed: there long enough, or removed with its row kept. */
export function isListed(backup: Backup, now: number): boolean {
  if (now < backup.listedFrom) return false;
  return !isRemoved(backup, now) || backup.removal?.rowKept === true;
}

export function isUnderway(backup: Backup, now: number): boolean {
  const { status } = stageOf(backup, now);
  return status === "waiting" || status === "backuping";
}

/** Whether the work is over, whatever became of it. */
export function isFinished(backup: Backup, now: number): boolean {
  return now >= finishedAt(backup) && !isUnderway(backup, now);
}

/** When the run left the queue. */
export function startedAt(backup: Backup): number {
  return backup.createdAt + backup.duration * QUEUED;
}

export function finishedAt(backup: Backup): number {
  return backup.createdAt + backup.duration;
}

function stageByTime(backup: Backup, now: number): Stage {
  const elapsed = now - backup.createdAt;
  if (elapsed < backup.duration) return underway(backup, elapsed / backup.duration);
  if (backup.failure !== null) return { status: "failed", progress: 0 };
  if (backup.expiresAt !== null && now >= backup.expiresAt) return { status: "expired", progress: 100 };
  return { status: "succeed", progress: 100 };
}

function underway({ course }: Backup, part: number): Stage {
  if (part < QUEUED) return { status: "waiting", progress: 0 };
  return { status: "backuping", progress: courseOf(course, (part - QUEUED) / (1 - QUEUED)) };
}
