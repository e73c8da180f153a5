import { formatSize } from "../lifecycle/sizes";
import type { Findings, Leftover } from "./find-leftovers";
import { tableOf } from "./table";

/** The findings as a table for people. */
export function asTable({ leftovers, unread }: Findings): string {
  const sections = [
    section("Left by creates of this stack that were cut off (--delete deletes them):", leftovers, "cut-off"),
    section(
      "Bear this stack's hash, but no state knows them (delete each by --delete-backup ID, if it is yours):",
      leftovers,
      "stack",
    ),
    unread.length > 0 ? `Could not be read:\n${unread.map(({ why }) => `  ${why}`).join("\n")}\n` : "",
  ];
  const text = sections.filter(Boolean).join("\n");
  return text || "Nothing is left: every backup that bears a mark of this stack is known to its state.\n";
}

/** The findings for programs. */
export function asJson({ leftovers, unread }: Findings): string {
  const rows = leftovers.map(({ kind, instanceId, belongsTo, backup }) => ({
    kind,
    instanceId,
    backupId: backup.backupId,
    name: backup.name ?? null,
    createdAt: backup.createdAt ?? null,
    size: backup.size ?? null,
    status: backup.status,
    mark: markOf(backup.remark),
    belongsTo: belongsTo ?? null,
  }));
  return `${JSON.stringify({ leftovers: rows, unread }, null, 2)}\n`;
}

function section(title: string, leftovers: readonly Leftover[], kind: Leftover["kind"]): string {
  const rows = leftovers.filter((leftover) => leftover.kind === kind).map(cells);
  if (rows.length === 0) return "";
  const table = [["INSTANCE", "BACKUP", "CREATED", "SIZE", "STATUS", "MARK", "BELONGS TO"], ...rows];
  return `${title}\n${tableOf(table)}`;
}

function cells({ instanceId, backup, belongsTo }: Leftover): string[] {
  const size = backup.size === undefined ? "-" : formatSize(backup.size);
  return [
    instanceId,
    backup.backupId,
    backup.createdAt ?? "-",
    size,
    backup.status,
    markOf(backup.remark),
    belongsTo ?? "-",
  ];
}

/** Only the mark: the rest of a remark may be a secret description. */
function markOf(remark: string | undefined): string {
  return remark?.trim().split(/\s+/).at(-1) ?? "-";
}
