import fc from "fast-check";
import { DcsError } from "../../provider/errors";
import { type Page, readAll } from "../../provider/dcs/reading";

interface Row {
  readonly id: string;
}

const rows = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ id: String(index) }));
/** A service that gives at most `cap` rows a page and claims `total`. */
const service =
  (all: readonly Row[], cap: number, total: (page: readonly Row[]) => number | undefined) =>
  (already: number): Promise<Page<Row>> => {
    const page = all.slice(already, already + cap);
    return Promise.resolve({ rows: page, total: total(page) });
  };
const idOf = (row: Row) => row.id;

test("nine rows are read in one page, ten need another look", async () => {
  expect(
    await readAll(
      "list",
      service(rows(9), 100, () => 9),
      idOf,
    ),
  ).toEqual({ rows: rows(9), doubtful: false });
  expect(
    await readAll(
      "list",
      service(rows(10), 100, () => 10),
      idOf,
    ),
  ).toEqual({ rows: rows(10), doubtful: true });
});

test("every list is read whole, however the service caps its pages and whatever total it claims", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(60),
      fc.integer({ min: 10, max: 100 }),
      fc.constantFrom("all", "page", "zero", "none"),
      async (count, cap, claim) => {
        const all = rows(count);
        const claims = {
          all: () => count,
          page: (page: readonly Row[]) => page.length,
          zero: () => 0,
          none: () => undefined,
        };
        expect((await readAll("list", service(all, cap, claims[claim]), idOf)).rows).toEqual(all);
      },
    ),
  );
});

test("a cap below ten is survived where the total tells the truth", async () => {
  expect(
    (
      await readAll(
        "list",
        service(rows(12), 5, () => 12),
        idOf,
      )
    ).rows,
  ).toEqual(rows(12));
});

test("an empty list that claims rows is torn", async () => {
  const empty = () => Promise.resolve({ rows: [], total: 3 });
  await expect(readAll("list", empty, idOf)).rejects.toThrow(
    "Could not list: the list that DCS gave is torn, as it is empty and claims 3 rows. Run pulumi again.",
  );
});

test("a row that is pushed to the next page while the list is read is no harm", async () => {
  const pages = [rows(10), rows(10).slice(9)];
  const shifting = () => Promise.resolve({ rows: pages.shift() ?? [], total: 11 });
  expect((await readAll("list", shifting, idOf)).rows).toEqual(rows(10));
});

test("a service that repeats its first page for ever is torn, not endless", async () => {
  const stuck = () => Promise.resolve({ rows: rows(10), total: 10 });
  await expect(readAll("list", stuck, idOf)).rejects.toThrow("a page held only rows that had come before");
});

test("a service that invents rows for ever is torn, not endless", async () => {
  let next = 0;
  const endless = () => Promise.resolve({ rows: rows(1_000).map(() => ({ id: String(next++) })), total: undefined });
  await expect(readAll("list", endless, idOf)).rejects.toThrow("it did not end after");
});

test("a reading stops at the page that answers the question", async () => {
  expect(
    (
      await readAll(
        "list",
        service(rows(50), 10, () => 50),
        idOf,
        ({ id }) => id === "3",
      )
    ).rows,
  ).toHaveLength(10);
});

test("whatever the service answers, a reading ends, and is called complete only at an end", async () => {
  const page = fc.record({
    rows: fc.array(fc.record({ id: fc.nat(40).map(String) }), { maxLength: 15 }),
    total: fc.option(fc.nat(50), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(page, { maxLength: 12 }), fc.boolean(), async (pages, goesRound) => {
      const given: Page<Row>[] = [];
      let received = 0;
      const next = (already: number): Promise<Page<Row>> => {
        expect(already).toBe(received);
        const answer = pages[goesRound ? given.length % pages.length : given.length] ?? { rows: [], total: undefined };
        given.push(answer);
        received += answer.rows.length;
        return Promise.resolve(answer);
      };
      const reading = await readAll("list", next, idOf).catch((error: unknown) => error);
      expect(given.length).toBeLessThan(100);
      if (reading instanceof DcsError) {
        expect(reading.code).toBe("answer-unreadable");
        return;
      }
      const last = given.at(-1);
      expect(last && (last.rows.length === 0 || (last.rows.length < 10 && (last.total ?? 0) <= received))).toBe(true);
    }),
  );
});
