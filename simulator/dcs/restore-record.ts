import { isoTime } from "../timestamps";
import type { Restore } from "../world/restore";
import { isRestoreFinished, restoreStageOf, restoredAt } from "../world/restore-stage";

/** A restore as both versions list it (A1, A2). The end is null while it runs here, which is not documented. */
export function restoreRecord(restore: Restore, now: number) {
  const { status, progress } = restoreStageOf(restore, now);
  const { source } = restore;
  return {
    status,
    progress: progress.toFixed(2),
    restore_id: restore.id,
    backup_id: source.backupId,
    restore_remark: restore.remark,
    backup_remark: source.backupRemark,
    created_at: isoTime(restore.createdAt),
    updated_at: isRestoreFinished(restore, now) ? isoTime(restoredAt(restore)) : null,
    restore_name: restore.name,
    backup_name: source.backupName,
    error_code: status === "failed" ? restore.failure : null,
  };
}
