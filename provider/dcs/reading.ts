import { DcsError } from "../errors";

/** One page, and the total that the service claims, which is a hint only. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number | undefined;
}

/** The documented default of `limit`: a page with fewer rows is the last one. A server may cap `limit` silently, never below. */
const SHORT_PAGE = 10;

/** Far more than any instance or project holds: a service that goes on longer is answering something else. */
const MOST_ROWS = 100_000;

/** A list that was read to its end. */
export interface Reading<Row> {
  readonly rows: readonly Row[];
  /** Whether rows may have shifted meanwhile, or the list contradicts its total: then only a second, equal reading proves. */
  readonly doubtful: boolean;
}

/** A list that contradicts itself: it proves nothing, and another reading may do better. */
export class TornList extends DcsError {
  constructor(what: string, why: string) {
    super("answer-unreadable", `Could not ${what}: the list that DCS gave is torn, as ${why}. Run pulumi again.`);
  }
}

/**
 * Reads a list page by page, to its end. `what` says so in an error, as in "list the backups of instance X".
 *
 * Pages advance by the rows received, never by what was asked for. The end is an empty page, or one with fewer than ten
 * rows that does not contradict the total. A full page without a new row, an empty list that claims rows, or a list without
 * end is torn: that throws, since half a list proves nothing. `enough` may stop the reading early, when the rows so far
 * answer the question.
 */
export async function readAll<Row>(
  what: string,
  page: (already: number) => Promise<Page<Row>>,
  idOf: (row: Row) => string,
  enough: (row: Row) => boolean = () => false,
): Promise<Reading<Row>> {
  const rows = new Map<string, Row>();
  let received = 0;
  for (let pages = 1; ; pages++) {
    const { rows: given, total = 0 } = await page(received);
    const before = rows.size;
    for (const row of given) rows.set(idOf(row), row);
    received += given.length;
    if (received === 0 && total > 0) throw new TornList(what, `it is empty and claims ${total} rows`);
    const ended = given.length === 0 || (given.length < SHORT_PAGE && total <= received);
    if (ended || given.some(enough)) return { rows: [...rows.values()], doubtful: pages > 1 || total > received };
    // A single row that comes twice is no harm: a backup made meanwhile pushes the others on.
    if (rows.size === before) throw new TornList(what, "a page held only rows that had come before");
    if (received > MOST_ROWS) throw new TornList(what, `it did not end after ${received} rows`);
  }
}
