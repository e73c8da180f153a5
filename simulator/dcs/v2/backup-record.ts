import type { Settings } from "../../options";
import type { Backup } from "../../world/backup";
import { backupRecord } from "../backup-record";

/** A backup as v2 lists it. Its samples print strings that are null as `{}` (A2). */
export function backupRecordV2(backup: Backup, now: number, nullStrings: Settings["nullStrings"]) {
  const record = backupRecord(backup, now);
  const printed = nullStrings === "null" ? record : withObjects(record);
  return { ...printed, ...backup.fixed.wire };
}

function withObjects(record: object): object {
  return Object.fromEntries(Object.entries(record).map(([name, value]: [string, unknown]) => [name, value ?? {}]));
}
