import type { Backup } from "../../world/backup";
import { backupRecord } from "../backup-record";

/** A backup as v1.0 lists it: it prints "AOF" where v2 prints "aof" (A1 against A2). */
export function backupRecordV1(backup: Backup, now: number) {
  const record = backupRecord(backup, now);
  return { ...record, backup_format: record.backup_format.toUpperCase(), ...backup.fixed.wire };
}
