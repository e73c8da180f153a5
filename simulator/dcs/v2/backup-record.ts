import type { Settings } from "../../options";
import type { Backup } from "../../world/backup";
import { backupRecord } from "../backup-record";
import { printed } from "./null-strings";

/** A backup as v2 lists it (A2). */
export function backupRecordV2(backup: Backup, now: number, nullStrings: Settings["nullStrings"]) {
  return { ...printed(backupRecord(backup, now), nullStrings), ...backup.fixed.wire };
}
