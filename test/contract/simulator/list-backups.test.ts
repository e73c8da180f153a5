import { openBench, valueAt, type Bench } from "./bench";

let bench: Bench;

beforeEach(() => {
  // twelve backups, one a day at noon, the oldest on 1 February; written out of order
  const days = [3, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const backups = days.map((day) => ({
    remark: `day ${day}`,
    createdAt: new Date(Date.UTC(2026, 1, day, 12)).toISOString(),
  }));
  bench = openBench({ world: { instances: [{ name: "history", backups }] } });
});

async function days(query: string): Promise<{ days: string; total: unknown }> {
  const { body } = await bench.call("GET", bench.backups + query);
  const text = JSON.stringify(body);
  const found = [...text.matchAll(/"remark":"day (\d+)"/g)].map(([, day]) => day);
  return { days: found.join(" "), total: valueAt(body, "total_num") };
}

test("lists ten, the newest first, with the count of all", async () => {
  expect(await days("")).toEqual({ days: "12 11 10 9 8 7 6 5 4 3", total: 12 });
});

test("lists the oldest first when told so", async () => {
  const backups = [2, 1, 3].map((day) => ({ remark: `day ${day}`, createdAt: `2026-02-0${day}T12:00:00Z` }));
  bench = openBench({ listOrder: "oldest-first", world: { instances: [{ name: "history", backups }] } });
  expect(await days("")).toEqual({ days: "1 2 3", total: 3 });
});

test.each([
  ["?start=1&limit=3", "12 11 10"],
  ["?start=4&limit=3", "9 8 7"],
  ["?start=12&limit=3", "1"],
  ["?start=13", ""],
  ["?start=2&limit=1000", "11 10 9 8 7 6 5 4 3 2 1"],
])("counts start from 1: %s", async (query, expected) => {
  expect(await days(query)).toEqual({ days: expected, total: 12 });
});

test.each([
  ["?beginTime=20260209120000", "12 11 10 9", 4],
  ["?beginTime=20260209120001", "12 11 10", 3],
  ["?endTime=20260202120000", "2 1", 2],
  ["?beginTime=20260203000000&endTime=20260205000000&limit=1", "4", 2],
  ["?begin_time=20260209120000", "12 11 10 9 8 7 6 5 4 3", 12],
])("filters by when they were created, in UTC, bounds included: %s", async (query, expected, total) => {
  expect(await days(query)).toEqual({ days: expected, total });
});

test.each([
  ["?start=0", "start"],
  ["?start=-1", "start"],
  ["?start=x", "start"],
  ["?start=1&start=2", "start"],
  ["?limit=0", "limit"],
  ["?limit=1.5", "limit"],
  ["?limit=", "limit"],
  ["?beginTime=2026-02-01", "beginTime"],
  ["?endTime=20261301000000", "endTime"],
  ["?beginTime=20260205000000&endTime=20260203000000", "endTime"],
])("refuses %s and names the parameter", async (query, name) => {
  const { status, body } = await bench.call("GET", bench.backups + query);
  expect({ status, body }).toEqual({
    status: 400,
    body: { error: { code: "111400062", message: `Invalid ${name} parameter in the request.` } },
  });
});

test("answers an instance without backups with 200, an empty list and 0", async () => {
  bench = openBench();
  const { status, body } = await bench.call("GET", bench.backups);
  expect({ status, body }).toEqual({ status: 200, body: { backup_record_response: [], total_num: 0 } });
});

test("lists no backup of another instance", async () => {
  bench = openBench();
  const id = await bench.takeBackup();
  const other = bench.backups.replace(/instances\/[^/]+/, `instances/${bench.card.instances[1]?.id ?? ""}`);
  expect(JSON.stringify((await bench.call("GET", other)).body)).not.toContain(id);
});
