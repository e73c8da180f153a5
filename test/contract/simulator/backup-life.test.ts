import { ANY_TEXT, openBench, valueAt, type Bench } from "./bench";

let bench: Bench;

async function record(index = 0): Promise<unknown> {
  const { body } = await bench.call("GET", bench.backups);
  return valueAt(body, "backup_record_response", index);
}

describe("a backup that takes 100 seconds", () => {
  beforeEach(async () => {
    bench = openBench({ pace: 100 });
    await bench.takeBackup();
  });

  test.each([
    [0, "waiting", "0.00"],
    [4.999, "waiting", "0.00"],
    [5, "backuping", "0.00"],
    [52.5, "backuping", "50.00"],
    [99, "backuping", "98.95"],
    [100, "succeed", "100.00"],
    [100_000, "succeed", "100.00"],
  ])("is after %d s %s at %s %%", async (seconds, status, progress) => {
    bench.pass(seconds);
    expect(await record()).toMatchObject({ status, progress });
  });

  test("has no size, no end and no use for a restore while it runs", async () => {
    expect(await record()).toMatchObject({
      size: 0,
      execution_at: null,
      updated_at: null,
      is_support_restore: "FALSE",
    });
    bench.pass(50);
    expect(await record()).toMatchObject({ size: 0, execution_at: "2026-03-01T12:00:05.000Z", updated_at: null });
  });

  test("ends as a record with every documented field", async () => {
    bench.pass(3600);
    expect(await record()).toEqual({
      status: "succeed",
      remark: null,
      period: null,
      progress: "100.00",
      size: 880_232,
      instance_id: "5560df16-cebf-4473-95c4-d1b573c16e79",
      backup_id: ANY_TEXT,
      created_at: "2026-03-01T12:00:00.000Z",
      updated_at: "2026-03-01T12:01:40.000Z",
      execution_at: "2026-03-01T12:00:05.000Z",
      backup_type: "manual",
      backup_format: "AOF",
      backup_name: "backup_20260301130000", // local time, as the service does
      error_code: null,
      is_support_restore: "TRUE",
    });
  });

  test("shows as the instance's task, while the instance stays RUNNING", () => {
    expect(bench.simulator.world().instances[0]).toMatchObject({ status: "RUNNING", task: "BACKUPING" });
    bench.pass(100);
    expect(bench.simulator.world().instances[0]).toMatchObject({ status: "RUNNING", task: null });
  });
});

test("has succeeded when it is first listed, at pace 0", async () => {
  bench = openBench({ pace: 0 });
  await bench.takeBackup();
  expect(await record()).toMatchObject({ status: "succeed", progress: "100.00", size: 880_232 });
});

test("takes a minute when nobody says otherwise", async () => {
  bench = openBench();
  await bench.takeBackup();
  bench.pass(59.999);
  expect(await record()).toMatchObject({ status: "backuping" });
  bench.pass(0.001);
  expect(await record()).toMatchObject({ status: "succeed" });
});

test("ends failed with DCS's own code, or expired, when the world says so", async () => {
  const backups = [
    { remark: "broken", failure: "dcs.08.0002" },
    { remark: "old", createdAt: "2026-02-01T00:00:00Z", expiresAt: "2026-02-08T00:00:00Z" },
  ];
  bench = openBench({ world: { instances: [{ name: "history", backups }] } });
  expect(await record(0)).toMatchObject({ status: "failed", error_code: "dcs.08.0002", is_support_restore: "FALSE" });
  expect(await record(1)).toMatchObject({ status: "expired", error_code: null, is_support_restore: "FALSE" });
});

test("pushes out the oldest of 24 when the 25th is taken", async () => {
  bench = openBench({ pace: 0 });
  const ids: string[] = [];
  for (let count = 0; count < 25; count++) {
    ids.push(await bench.takeBackup());
    bench.pass(1);
  }
  const { body } = await bench.call("GET", `${bench.backups}?limit=100`);
  expect(valueAt(body, "total_num")).toBe(24);
  expect(JSON.stringify(body)).not.toContain(ids[0]);
  expect(JSON.stringify(body)).toContain(ids[1]);
  expect(bench.simulator.world().instances[0]?.backups[0]).toMatchObject({
    removedBy: "eviction",
    deletedAt: "2026-03-01T12:00:24.000Z",
  });
});

test("does not count deleted backups among those kept", async () => {
  bench = openBench({ pace: 0, keep: 2, deletedRows: "kept" });
  const first = await bench.takeBackup();
  await bench.call("DELETE", `${bench.backups}/${await bench.takeBackup()}`);
  await bench.takeBackup();
  const { body } = await bench.call("GET", bench.backups);
  expect(JSON.stringify(body)).toContain(first);
});
