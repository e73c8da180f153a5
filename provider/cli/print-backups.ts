import { formatSize } from "../lifecycle/sizes";
import { isMemberMark } from "../lifecycle/mark";
import type { FoundBackup } from "../lookups/found-backup";
import { tableOf } from "./table";

/** The backups as a table for people; with the remark, which the console shows to the same people. */
export function backupsAsTable(backups: readonly FoundBackup[], instanceId: string): string {
  if (backups.length === 0) return `Instance ${instanceId} has no backup.\n`;
  const rows = backups.map(({ backupId, createdAt, type, backupFormat, size, status, remark }) => {
    const bytes = size === undefined ? undefined : formatSize(size);
    return [backupId, createdAt, type, backupFormat, bytes, status, remark].map((cell) => cell ?? "-");
  });
  return tableOf([["BACKUP", "CREATED", "TYPE", "FORMAT", "SIZE", "STATUS", "REMARK"], ...rows]);
}

/** The backups for programs: a list of what a program's getBackups gives. */
export function backupsAsJson(backups: readonly FoundBackup[]): string {
  return `${JSON.stringify(backups, null, 2)}\n`;
}

/** What to consider before a backup with a Pulumi mark is deleted by hand; nothing for another one. */
export function warningOf({ bearsPulumiMark, remark = "" }: FoundBackup): string | undefined {
  if (!bearsPulumiMark) return undefined;
  const mark = remark.trim().split(/\s+/).at(-1) ?? "";
  const whose = isMemberMark(mark)
    ? "so a rotation of some stack has made it and may still keep it. Deleted here, that stack's next refresh drops it; pulumi destroy there deletes the whole rotation, a lower keep the oldest."
    : "so a Pulumi resource of some stack has made it and may still know it. Deleted here, that stack's next refresh finds it gone, and its next up takes a new one; pulumi destroy in that stack, or removing its declaration, deletes both.";
  return `Warning: it bears the mark ${mark}, ${whose}`;
}
