import type { SimulatedOptions } from "../../../simulator/index";
import { openBench, textLike, valueAt, type Bench } from "./bench";

let bench: Bench;

function open(options: SimulatedOptions = {}): void {
  bench = openBench({ pace: 0, ...options });
}
beforeEach(() => {
  open();
});

const list = (query = "") => bench.call("GET", bench.backups + query);
const rows = async (query = "") => {
  const { body } = await list(query);
  const found = valueAt(body, "backup_record_response");
  return Array.isArray(found) ? found.length : undefined;
};
const remove = (id: string) => bench.call("DELETE", `${bench.backups}/${id}`);
const patch = (options: unknown) => bench.send("PATCH", "/_simulator/options", { body: JSON.stringify(options) });

describe("options", () => {
  test("are changed while it runs, and the others stay", async () => {
    open({ pace: 7, keep: 3 });
    expect(await patch({ listOrder: "by-id" })).toMatchObject({ status: 200, body: { pace: 7, keep: 3 } });
    expect(await bench.send("GET", "/_simulator/options")).toMatchObject({
      body: { pace: 7, keep: 3, listOrder: "by-id", deletedRows: "dropped" },
    });
    expect(bench.simulator.change({ pace: 8 })).toMatchObject({ pace: 8, listOrder: "by-id" });
  });

  test("are as at the start again after a reset", () => {
    open({ pace: 7 });
    bench.simulator.change({ pace: 8, totalNum: "zero" });
    bench.simulator.reset();
    expect(bench.simulator.options()).toMatchObject({ pace: 7, totalNum: "all" });
  });

  test("are read from the world file, and those given in the call come first", () => {
    const world = { options: { pace: 5, keep: 2 } };
    expect(openBench({ world }).simulator.options()).toMatchObject({ pace: 5, keep: 2, listingLag: 0 });
    expect(openBench({ world, pace: 9 }).simulator.options()).toMatchObject({ pace: 9, keep: 2 });
  });

  test.each([
    [{ pace: -1 }, /pace: give a number of at least 0/],
    [{ keep: 1.5 }, /keep: give a whole number/],
    [{ listOrder: "random" }, /listOrder: give one of newest-first, oldest-first, by-id/],
    [{ published: ["v3"] }, /published\.0: give "v1.0" or "v2"/],
    [{ limitCap: 0 }, /limitCap: give a number of at least 1/],
    [{ clockSkew: "late" }, /clockSkew: give a number of seconds, below 0/],
    [{ lockAfter: 0 }, /lockAfter: give a number of at least 1/],
    [{ permissionRefusals: "nobody" }, /permissionRefusals: give one of service, policy, gateway/],
    [{ speed: 1 }, /Unrecognized key: "speed"/],
  ])("refuse %j and change nothing", async (options, expected) => {
    const before = bench.simulator.options();
    expect(await patch(options)).toMatchObject({ status: 400, body: { error: textLike(expected) } });
    expect(bench.simulator.options()).toEqual(before);
  });
});

describe("a deletion that takes 30 seconds", () => {
  beforeEach(() => {
    open({ deletionTakes: 30 });
  });

  test("is accepted at once; the row stays as it was until then", async () => {
    const id = await bench.takeBackup();
    expect(await remove(id)).toMatchObject({ status: 200 });
    bench.pass(29.999);
    expect(await list()).toMatchObject({ body: { backup_record_response: [{ backup_id: id, status: "succeed" }] } });
    expect(bench.simulator.world().instances[0]?.backups).toMatchObject([{ deletedAt: null, removedBy: null }]);
    bench.pass(0.001);
    expect(await rows()).toBe(0);
    expect(bench.simulator.world().instances[0]?.backups).toMatchObject([
      { deletedAt: "2026-03-01T12:00:30.000Z", removedBy: "delete" },
    ]);
  });

  test("is accepted again while it is on its way, does not begin anew, and is refused when it is done", async () => {
    const id = await bench.takeBackup();
    await remove(id);
    bench.pass(20);
    expect(await remove(id)).toMatchObject({ status: 200 });
    expect(bench.simulator.journal().map(({ effect }) => effect)).toEqual(["done", "done", "none"]);
    bench.pass(10);
    expect(await rows()).toBe(0);
    expect(await remove(id)).toMatchObject({ status: 400, body: { error: { code: "111400031" } } });
  });

  test("keeps the row as deleted in the end when told so", async () => {
    open({ deletionTakes: 30, deletedRows: "kept" });
    await remove(await bench.takeBackup());
    bench.pass(30);
    expect(await list()).toMatchObject({ body: { backup_record_response: [{ status: "deleted" }] } });
  });
});

test("a missing backup may be refused as a fault of the storage", async () => {
  open({ deleteOfMissing: "storage" });
  expect(await remove("00000000-cebf-4473-95c4-d1b573c16e79")).toMatchObject({
    status: 500,
    body: { error: { code: "111400101" } },
  });
});

test.each([
  ["busy", 400, "111400097"],
  ["state", 400, "111400026"],
  ["accept", 200, undefined],
] as const)(
  "a backup of an instance that is restored is deleted as told: %s",
  async (deleteOfRestoring, status, code) => {
    open({ deleteOfRestoring });
    for (const change of [{ task: "RESTORING" }, { task: null, status: "RESTORING" }]) {
      bench.simulator.reset();
      const id = await bench.takeBackup();
      bench.simulator.changeInstance(bench.card.instances[0]?.id ?? "", change);
      const answer = await remove(id);
      expect([answer.status, valueAt(answer.body, "error", "code")]).toEqual([status, code]);
    }
  },
);

test("a new backup is listed only after the lag, though it is there", async () => {
  open({ listingLag: 10, pace: 60 });
  const id = await bench.takeBackup();
  bench.pass(9.999);
  expect(await rows()).toBe(0);
  expect(bench.statusOf(id)).toBe("backuping");
  bench.pass(0.001);
  expect(await rows()).toBe(1);
});

describe("of seven backups", () => {
  beforeEach(async () => {
    for (let count = 0; count < 7; count++) {
      await bench.takeBackup(`number ${count}`);
      bench.pass(1);
    }
  });

  test("a cap on limit makes pages smaller, and says nothing", async () => {
    bench.simulator.change({ limitCap: 3 });
    expect([await rows("?limit=5"), await rows("?limit=2"), await rows()]).toEqual([3, 2, 3]);
    expect(await rows("?start=7&limit=5")).toBe(1);
  });

  test.each([
    ["all", 7],
    ["page", 4],
    ["zero", 0],
    ["absent", undefined],
  ] as const)("total_num means %s", async (totalNum, expected) => {
    bench.simulator.change({ totalNum });
    const { body } = await list("?limit=4");
    expect(valueAt(body, "total_num")).toBe(expected);
    const { body: onV2 } = await bench.call("GET", `${bench.v2.backups}?limit=4`);
    expect(valueAt(onV2, "total_num")).toBe(expected);
  });

  test("the order may be that of the identifiers", async () => {
    bench.simulator.change({ listOrder: "by-id" });
    const ids = [...(await list()).text.matchAll(/"backup_id":"([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(7);
    expect(ids).toEqual(ids.toSorted());
  });
});

test.each([
  ["documented", 200, 204],
  ["200", 200, 200],
  ["204", 204, 204],
] as const)("no record: %s is %d on v1.0 and %d on v2", async (emptyList, onV1, onV2) => {
  open({ emptyList });
  expect([(await list()).status, (await bench.call("GET", bench.v2.backups)).status]).toEqual([onV1, onV2]);
});

test.each([
  ["abcdef", 4, "abcd"],
  ["äöü", 5, "äö"],
  ["日本", 2, ""],
  ["abc", null, "abc"],
])("the remark %j is cut after %j bytes to %j", async (remark, remarkBytes, expected) => {
  open({ remarkBytes });
  await bench.takeBackup(remark);
  expect(await list()).toMatchObject({ body: { backup_record_response: [{ remark: expected }] } });
});

test.each([
  ["linear", ["10.00", "30.00", "50.00", "80.00", "99.00"]],
  ["steps", ["0.00", "25.00", "50.00", "75.00", "75.00"]],
  ["none", ["0.00", "0.00", "0.00", "0.00", "0.00"]],
  ["stuck", ["19.80", "59.40", "99.00", "99.00", "99.00"]],
] as const)("progress looks %s", async (progress, expected) => {
  open({ pace: 100, progress });
  await bench.takeBackup();
  const seen: unknown[] = [];
  for (const part of [0.1, 0.3, 0.5, 0.8, 0.99]) {
    const wait = Date.parse("2026-03-01T12:00:00Z") / 1000 + 5 + 95 * part - bench.now() / 1000;
    bench.pass(wait);
    seen.push(valueAt((await list()).body, "backup_record_response", 0, "progress"));
  }
  expect(seen).toEqual(expected);
  bench.pass(100);
  expect(await list()).toMatchObject({ body: { backup_record_response: [{ progress: "100.00", status: "succeed" }] } });
});
