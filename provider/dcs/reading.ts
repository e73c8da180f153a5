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

/**
 * Reads a list page by page, to its end.
 *
 * Pages advance by the rows received, never by what was asked for. The end is an empty page, or one with fewer than ten
 * rows that does not contradict the total. A page without a new row, or a list without end, is torn: that throws, since half
 * a list proves nothing. (A single row that comes twice is not: a backup made meanwhile pushes the others on.) `enough` may stop the reading early, when the rows so far answer the question.
 */
export async function readAll<Row>(
  page: (already: number) => Promise<Page<Row>>,
  idOf: (row: Row) => string,
  enough: (row: Row) => boolean = () => false,
): Promise<{ readonly rows: Row[]; readonly pages: number }> {
  const rows = new Map<string, Row>();
  let received = 0;
  for (let pages = 1; ; pages++) {
    const next = await page(received);
    const before = rows.size;
    for (const row of next.rows) rows.set(idOf(row), row);
    if (next.rows.length > 0 && rows.size === before) throw torn("a page held only rows that had come before");
    received += next.rows.length;
    const ended = next.rows.length === 0 || (next.rows.length < SHORT_PAGE && (next.total ?? 0) <= received);
    if (ended || next.rows.some(enough)) return { rows: [...rows.values()], pages };
    if (received > MOST_ROWS) throw torn(`it did not end after ${received} rows`);
  }
}

function torn(why: string): DcsError {
  return new DcsError("answer-unreadable", `the list that DCS gave is torn: ${why}`);
}
