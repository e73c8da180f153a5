import { isoTime } from "../timestamps";
import type { Backup } from "../world/backup";
import { finishedAt, isFinished, stageOf, startedAt } from "../world/backup-stage";

/**
 * A backup as both versions list it (A1, A2). What is not documented while it runs: the size (0 here) and the times
 * that have not come yet (null here).
 */
export function backupRecord(backup: Backup, now: number) {
  const { status, progress } = stageOf(backup, now);
  const finished = isFinished(backup, now);
  return {
    status,
    remark: backup.remark,
    period: backup.period,
    progress: progress.toFixed(2),
    size: finished ? backup.size : 0,
    instance_id: backup.instanceId,
    backup_id: backup.id,
    created_at: isoTime(backup.createdAt),
    updated_at: finished ? isoTime(finishedAt(backup)) : null,
    execution_at: now >= startedAt(backup) ? isoTime(startedAt(backup)) : null,
    backup_type: backup.type,
    backup_format: backup.format,
    backup_name: backup.name,
    error_code: status === "failed" ? backup.failure : null,
    is_support_restore: status === "succeed" ? "TRUE" : "FALSE",
  };
}
