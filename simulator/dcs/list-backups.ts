import type { Settings } from "../settings";
import type { Backup } from "../world/backup";
import { isListed } from "../world/backup-stage";
import type { Instance } from "../world/instance";

/** Both bounds belong to the span. */
export interface TimeSpan {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** The records that a list shows, before paging; filtered by when they were created. */
export function listedBackups(
  instance: Instance,
  { from = -Infinity, to = Infinity }: TimeSpan,
  now: number,
  order: Settings["listOrder"],
): Backup[] {
  const listed = instance.backups
    .filter((backup) => isListed(backup, now) && backup.createdAt >= from && backup.createdAt <= to)
    .sort((a, b) => a.createdAt - b.createdAt);
  return order === "oldest-first" ? listed : listed.reverse();
}
