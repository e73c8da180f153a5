import type { Stage } from "./backup-stage";
import { courseOf } from "./progress";
import type { Restore } from "./restore";

/** The part of its duration that a restore spends queued. */
const QUEUED = 0.05;

/** A pure function of the record and the time. The four statuses are those of the API reference (A1, A2). */
export function restoreStageOf(restore: Restore, now: number): Stage {
  const { status, progress } = restore.fixed;
  const timely = progress === null ? stageByTime(restore, now) : { status: "restoring", progress };
  return status === null ? timely : { ...timely, status };
}

export function isRestoreUnderway(restore: Restore, now: number): boolean {
  const { status } = restoreStageOf(restore, now);
  return status === "waiting" || status === "restoring";
}

/** Whether the work is over, whatever became of it. */
export function isRestoreFinished(restore: Restore, now: number): boolean {
  return now >= restoredAt(restore) && !isRestoreUnderway(restore, now);
}

/** When it ends, or has ended. */
export function restoredAt(restore: Restore): number {
  return restore.createdAt + restore.duration;
}

function stageByTime({ createdAt, duration, failure, course }: Restore, now: number): Stage {
  const elapsed = now - createdAt;
  if (elapsed >= duration) {
    return failure === null ? { status: "succeed", progress: 100 } : { status: "failed", progress: 0 };
  }
  const part = elapsed / duration;
  if (part < QUEUED) return { status: "waiting", progress: 0 };
  return { status: "restoring", progress: courseOf(course, (part - QUEUED) / (1 - QUEUED)) };
}
