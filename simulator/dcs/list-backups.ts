import type { Settings } from "../options";
import type { Backup } from "../world/backup";
import { isListed } from "../world/backup-stage";
import type { Instance } from "../world/instance";

/** Both bounds belong to the span. */
export interface TimeSpan {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** `skip`: how many records come before the page. */
export interface Page {
  readonly skip: number;
  readonly limit: number;
}

/** The records on a page and what goes with them. `isEmpty`: there is none on any page. */
interface BackupList {
  readonly page: Backup[];
  readonly total: number | undefined;
  readonly isEmpty: boolean;
}

/** What a list shows, filtered by when the backups were created. */
export function listBackups(
  instance: Instance,
  { from = -Infinity, to = Infinity }: TimeSpan,
  { skip, limit }: Page,
  settings: Settings,
  now: number,
): BackupList {
  const matching = instance.backups.filter(
    (backup) => isListed(backup, now) && backup.createdAt >= from && backup.createdAt <= to,
  );
  const found = inOrder(matching, settings.listOrder);
  const page = found.slice(skip, skip + Math.min(limit, settings.limitCap ?? Infinity));
  return { page, total: totalOf(found.length, page.length, settings.totalNum), isEmpty: found.length === 0 };
}

/** Of several from the same millisecond, the one that came last is the newest. */
function inOrder(backups: readonly Backup[], order: Settings["listOrder"]): Backup[] {
  const oldestFirst = backups.toSorted((one, other) => one.createdAt - other.createdAt);
  switch (order) {
    case "newest-first":
      return oldestFirst.reverse();
    case "oldest-first":
      return oldestFirst;
    case "by-id":
      return oldestFirst.sort((one, other) => (one.id < other.id ? -1 : 1));
  }
}

function totalOf(all: number, onPage: number, meaning: Settings["totalNum"]): number | undefined {
  switch (meaning) {
    case "all":
      return all;
    case "page":
      return onPage;
    case "zero":
      return 0;
    case "absent":
      return undefined;
  }
}
