import { HOUR } from "../clock";
import { compactTime } from "../timestamps";

/**
 * The service names a backup after its own local time, not UTC: the sample record is named 16:31:16 and was created at
 * 08:31:16Z (A1). This simulator's local time is UTC+1.
 */
const LOCAL_TIME = 1 * HOUR;

export function backupName(createdAt: number): string {
  return `backup_${localTime(createdAt)}`;
}

export function restoreName(createdAt: number): string {
  return `restore_${localTime(createdAt)}`;
}

function localTime(time: number): string {
  return compactTime(time + LOCAL_TIME);
}
