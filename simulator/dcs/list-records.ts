import type { Settings } from "../options";

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
interface RecordList<Item> {
  readonly page: Item[];
  readonly total: number | undefined;
  readonly isEmpty: boolean;
}

interface Dated {
  readonly id: string;
  readonly createdAt: number;
}

/** What a list of backups or restores shows of those that are listed, filtered by when they were created. */
export function listRecords<Item extends Dated>(
  listed: readonly Item[],
  { from = -Infinity, to = Infinity }: TimeSpan,
  { skip, limit }: Page,
  settings: Settings,
): RecordList<Item> {
  const matching = listed.filter(({ createdAt }) => createdAt >= from && createdAt <= to);
  const found = inOrder(matching, settings.listOrder);
  const page = found.slice(skip, skip + Math.min(limit, settings.limitCap ?? Infinity));
  return { page, total: totalOf(found.length, page.length, settings.totalNum), isEmpty: found.length === 0 };
}

/** Of several from the same millisecond, the one that came last is the newest. */
function inOrder<Item extends Dated>(records: readonly Item[], order: Settings["listOrder"]): Item[] {
  const oldestFirst = records.toSorted((one, other) => one.createdAt - other.createdAt);
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
