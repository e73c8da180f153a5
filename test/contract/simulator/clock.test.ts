import { openBench, textLike, type Bench } from "./bench";

let bench: Bench;
beforeEach(() => {
  bench = openBench({ pace: 60 });
});

const advance = (advance: unknown) => bench.send("POST", "/_simulator/clock", { body: JSON.stringify({ advance }) });

test.each([
  ["90s", "12:01:30.000"],
  ["10m", "12:10:00.000"],
  ["1h30m", "13:30:00.000"],
  ["1h0m1.5s", "13:00:01.500"],
])("is moved on by %s", async (duration, time) => {
  expect(await advance(duration)).toMatchObject({ status: 200, body: { time: `2026-03-01T${time}Z` } });
  expect(bench.simulator.world().time).toBe(`2026-03-01T${time}Z`);
});

test("goes on from there with the clock that was given, day by day", () => {
  expect(bench.simulator.advance("2d")).toBe("2026-03-03T12:00:00.000Z");
  bench.pass(5);
  expect(bench.simulator.advance("1s")).toBe("2026-03-03T12:00:06.000Z");
});

test("lets backups finish, deletions be done and tokens expire", async () => {
  const token = await bench.token();
  const id = await bench.takeBackup();
  bench.simulator.advance("1m");
  expect(bench.statusOf(id)).toBe("succeed");
  const look = () => bench.send("GET", bench.backups, { headers: { "x-auth-token": token } });
  expect(await look()).toMatchObject({ status: 200 });
  bench.simulator.advance("24h");
  expect(await look()).toMatchObject({ status: 401 });
});

test("leaves signatures good: who signs cannot know of it", async () => {
  bench.simulator.advance("3h");
  expect(await bench.call("GET", bench.backups)).toMatchObject({ status: 200 });
  bench.pass(3600);
  expect(await bench.call("GET", bench.backups)).toMatchObject({ status: 200 });
});

test("does not go back with a reset", () => {
  bench.simulator.advance("1h");
  bench.simulator.reset();
  expect(bench.simulator.world().time).toBe("2026-03-01T13:00:00.000Z");
});

test.each(["", "10", "m", "-5m", "5m1h", "soon", 600, null])("refuses %j in a sentence", async (duration) => {
  expect(await advance(duration)).toMatchObject({ status: 400, body: { error: textLike(/90s, 10m or 1h30m/) } });
  expect(bench.simulator.world().time).toBe("2026-03-01T12:00:00.000Z");
});
