import type { Backup } from "./backup";

/** Where a backup stands at a moment. The names are the six statuses of the API reference (A1, A2, H25). */
export interface Stage {
  readonly status: "waiting" | "backuping" | "succeed" | "failed" | "expired" | "deleted";
  /** Percent, 0 to 100. */
  readonly progress: number;
}

/** The part of its duration that a backup spends queued. */
const QUEUED = 0.05;

/** A pure function of the record and the time: nothing ticks in this simulator. */
export function stageOf(backup: Backup, now: number): Stage {
  if (isRemoved(backup, now)) return { status: "deleted", progress: 100 };
  const elapsed = now - backup.createdAt;
  if (elapsed < backup.duration) return underway(elapsed / backup.duration);
  if (backup.failure !== null) return { status: "failed", progress: 0 };
  if (backup.expiresAt !== null && now >= backup.expiresAt) return { status: "expired", progress: 100 };
  return { status: "succeed", progress: 100 };
}

export function isRemoved(backup: Backup, now: number): boolean {
  return backup.removal !== null && now >= backup.removal.at;
}

/** Listed: there, or removed with its row kept. */
export function isListed(backup: Backup, now: number): boolean {
  return !isRemoved(backup, now) || backup.removal?.rowKept === true;
}

export function isUnderway(backup: Backup, now: number): boolean {
  const { status } = stageOf(backup, now);
  return status === "waiting" || status === "backuping";
}

/** When the run left the queue. */
export function startedAt(backup: Backup): number {
  return backup.createdAt + backup.duration * QUEUED;
}

export function finishedAt(backup: Backup): number {
  return backup.createdAt + backup.duration;
}

function underway(part: number): Stage {
  if (part < QUEUED) return { status: "waiting", progress: 0 };
  return { status: "backuping", progress: ((part - QUEUED) / (1 - QUEUED)) * 100 };
}
