import { ANY_TEXT, openBench, textAt, valueAt, type Bench } from "./bench";

let bench: Bench;
let backup: string;

const CATALOGUE = "6a71e027-dfc0-4584-a6d5-e2c684d27f8a";

beforeEach(async () => {
  bench = openBench({ pace: 100 });
  backup = await bench.takeBackup("nightly");
  bench.pass(100);
});

const pathOf = (version: string, rest = "restores") =>
  `/${version}/${bench.card.projectId}/instances/${CATALOGUE}/${rest}`;

async function restore(version = "v1.0", remark: string | null = "the drill"): Promise<string> {
  const body = JSON.stringify({ backup_id: backup, ...(remark !== null && { remark }) });
  return textAt((await bench.call("POST", pathOf(version), { body })).body, "restore_id");
}
async function record(version = "v1.0", index = 0): Promise<unknown> {
  return valueAt((await bench.call("GET", pathOf(version))).body, "restore_record_response", index);
}

const COMMON = {
  status: "succeed",
  progress: "100.00",
  restore_id: ANY_TEXT,
  restore_remark: "the drill",
  backup_remark: "nightly",
  created_at: "2026-03-01T12:01:40.000Z",
  updated_at: "2026-03-01T12:03:20.000Z",
  restore_name: "restore_20260301130140", // local time, as the service does
  backup_name: "backup_20260301130000",
  error_code: null,
};

test("has every documented field, on v1.0 with the source instance", async () => {
  await restore();
  expect(await record()).toMatchObject({ status: "waiting", progress: "0.00", updated_at: null });
  bench.pass(100);
  const common = { ...COMMON, backup_id: backup };
  expect(await record("v2")).toEqual(common);
  const source = { sourceInstanceId: bench.card.instances[0]?.id, sourceInstanceName: "sessions" };
  expect(await record()).toEqual({ ...common, ...source });
});

test("is listed at the instance that was overwritten, not at the backup's own", async () => {
  await restore();
  expect(await record()).toMatchObject({ backup_id: backup });
  expect(await bench.call("GET", `${bench.instance}/restores`)).toMatchObject({
    status: 200,
    body: { restore_record_response: [], total_num: 0 },
  });
  expect(await bench.call("GET", `${bench.v2.instance}/restores`)).toMatchObject({ status: 204, text: "" });
});

test("prints strings that are null as {} on v2 when told so", async () => {
  await restore("v2", null);
  bench.simulator.change({ nullStrings: "object" });
  expect(await record("v2")).toMatchObject({ restore_remark: {}, error_code: {}, updated_at: {} });
  expect(await record("v1.0")).toMatchObject({ restore_remark: null });
});

test("names the reason of a failure, and none of another end", async () => {
  const id = await restore();
  bench.pass(40);
  bench.simulator.changeRestore(id, { fail: "dcs.08.0007" });
  expect(await record()).toMatchObject({
    status: "failed",
    error_code: "dcs.08.0007",
    updated_at: "2026-03-01T12:02:20.000Z",
  });
  bench.simulator.changeRestore(id, { status: "succeed" });
  expect(await record()).toMatchObject({ status: "succeed", error_code: null });
});

test("stays when its backup is deleted, with the backup's name and remark", async () => {
  await restore();
  bench.pass(100);
  await bench.call("DELETE", `${bench.backups}/${backup}`);
  expect(await record()).toMatchObject({
    backup_id: backup,
    backup_name: COMMON.backup_name,
    backup_remark: "nightly",
  });
});

test("shows what others made of it: a stuck progress, an unheard-of status, any value of a field", async () => {
  const id = await restore();
  bench.simulator.changeRestore(id, { progress: 42 });
  bench.pass(10_000);
  expect(await record()).toMatchObject({ status: "restoring", progress: "42.00" });
  bench.simulator.changeRestore(id, { progress: null, status: "paused", wire: { created_at: 7 }, remark: "cut" });
  expect(await record("v2")).toMatchObject({ status: "paused", created_at: 7, restore_remark: "cut" });
});

test("comes into the list only after the lag, while the restore already runs", async () => {
  bench.simulator.change({ listingLag: 30 });
  await restore();
  expect(await record()).toBeUndefined();
  expect(bench.simulator.world().instances[1]?.status).toBe("RESTORING");
  bench.pass(30);
  expect(await record()).toMatchObject({ status: "restoring" });
});

describe("of five restores, a minute apart", () => {
  beforeEach(async () => {
    bench.simulator.change({ restorePace: 0 });
    for (let count = 1; count <= 5; count++) {
      await restore("v1.0", `r${count}`);
      bench.pass(60);
    }
  });

  const numbers = async (version: string, query: string) => {
    const { text, body, status } = await bench.call("GET", pathOf(version) + query);
    const found = [...text.matchAll(/"restore_remark":"r(\d)"/g)].map(([, number]) => number).join("");
    return [status, found, valueAt(body, "total_num")];
  };

  test.each([
    ["v1.0", "", "54321", 5],
    ["v1.0", "?start=2&limit=2", "43", 5],
    ["v1.0", "?beginTime=20260301120340", "543", 3],
    ["v2", "?offset=2&limit=2", "32", 5],
    ["v2", "?end_time=20260301120240", "21", 2],
  ])("%s%s shows what it asks for", async (version, query, found, total) => {
    expect(await numbers(version, query)).toEqual([200, found, total]);
  });

  test("refuses a query that makes no sense", async () => {
    expect(await bench.call("GET", `${pathOf("v1.0")}?start=0`)).toMatchObject({ status: 400 });
    const backwards = `${pathOf("v2")}?begin_time=20260203000000&end_time=20260202000000`;
    expect(await bench.call("GET", backwards)).toMatchObject({ body: { error_code: "DCS.4025" } });
  });

  test("caps, counts and orders them as it does with backups", async () => {
    bench.simulator.change({ limitCap: 2, totalNum: "page", listOrder: "oldest-first" });
    expect(await numbers("v2", "?limit=50")).toEqual([200, "12", 2]);
  });
});
