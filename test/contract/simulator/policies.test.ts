import type { SimulatorOptions, WorldSpec } from "../../../simulator/index";
import { openBench, valueAt, type Bench } from "./bench";

let bench: Bench;

const HOUR = 3600;
const DAY = 24 * HOUR;

type Policy = NonNullable<NonNullable<WorldSpec["instances"]>[number]["backupPolicy"]>;

/** 2026-03-01 is a Sunday; the clock begins at noon. */
function open(backupPolicy: Policy, options: SimulatorOptions = {}): void {
  bench = openBench({ world: { instances: [{ name: "sessions", backupPolicy }] }, ...options });
}
function backups() {
  return bench.simulator.world().instances[0]?.backups ?? [];
}
function when() {
  return backups().map(({ createdAt }) => createdAt.slice(5, 16));
}
function statuses() {
  return backups().map(({ status }) => status);
}

test("takes a backup a day at the beginning of its window, as the list shows it", async () => {
  open({ beginAt: "02:00-03:00" });
  bench.pass(3 * DAY);
  expect(when()).toEqual(["03-02T02:00", "03-03T02:00", "03-04T02:00"]);
  expect(valueAt((await bench.call("GET", bench.backups)).body, "backup_record_response", 0)).toMatchObject({
    backup_type: "auto",
    backup_format: "RDB",
    period: "02:00-03:00",
    remark: null,
    status: "succeed",
    created_at: "2026-03-04T02:00:00.000Z",
  });
});

test("takes them on the days it names only, Monday being 1", () => {
  open({ backupAt: [3, 7] });
  bench.pass(8 * DAY);
  expect(when()).toEqual(["03-04T02:00", "03-08T02:00"]);
});

// All of this is virtual time, turned by hand: nothing here depends on how fast the machine is.
test("begins at its minute and not before, and runs as any backup does", () => {
  open({ beginAt: "13:00-14:00" });
  bench.pass(HOUR - 0.001);
  expect(backups()).toEqual([]);
  bench.pass(0.001);
  expect(bench.simulator.world().instances[0]).toMatchObject({ task: "BACKUPING", backups: [{ status: "waiting" }] });
  bench.pass(60);
  expect(bench.simulator.world().instances[0]).toMatchObject({ task: null, backups: [{ status: "succeed" }] });
});

test("takes an append-only file of a Redis 3.0", () => {
  bench = openBench({ world: { instances: [{ name: "old", engineVersion: "3.0", backupPolicy: {} }] } });
  bench.pass(DAY);
  expect(backups()).toMatchObject([{ type: "auto", format: "aof" }]);
});

test("does nothing by a plan that is manual, and with none", () => {
  open({ type: "manual" });
  bench.pass(3 * DAY);
  expect(backups()).toEqual([]);
});

describe("while the instance is busy", () => {
  beforeEach(() => {
    open({ beginAt: "13:00-14:00" });
    bench.simulator.changeInstance(bench.card.instances[0]?.id ?? "", { task: "CONFIGURING" });
  });
  const free = () => bench.simulator.changeInstance(bench.card.instances[0]?.id ?? "", { task: null });

  test("tries again an hour later", () => {
    bench.pass(HOUR);
    expect(backups()).toEqual([]);
    free();
    bench.pass(2 * HOUR);
    expect(when()).toEqual(["03-01T14:00"]);
  });

  test("gives up after the third try with a failed record that says why", async () => {
    bench.pass(3 * HOUR);
    expect(when()).toEqual(["03-01T15:00"]);
    expect(valueAt((await bench.call("GET", bench.backups)).body, "backup_record_response", 0)).toMatchObject({
      status: "failed",
      error_code: "dcs.08.0008",
    });
    free();
    bench.pass(12 * HOUR);
    expect(backups()).toHaveLength(1);
    bench.pass(12 * HOUR);
    expect(statuses()).toEqual(["failed", "succeed"]);
  });
});

test("tries again past midnight for the day that its window began in", () => {
  open({ beginAt: "23:00-00:00", backupAt: [7] });
  const id = bench.card.instances[0]?.id ?? "";
  bench.simulator.changeInstance(id, { status: "RESTARTING" });
  bench.pass(11.5 * HOUR);
  bench.simulator.changeInstance(id, { status: "RUNNING" });
  bench.pass(2 * DAY);
  expect(when()).toEqual(["03-02T00:00"]);
});

describe("what is older than its days", () => {
  test("expires, the row being kept or dropped", () => {
    open({ saveDays: 2 });
    bench.pass(5 * DAY);
    expect(when()).toEqual(["03-02T02:00", "03-03T02:00", "03-04T02:00", "03-05T02:00", "03-06T02:00"]);
    expect(statuses()).toEqual(["expired", "expired", "expired", "succeed", "succeed"]);
    open({ saveDays: 2 }, { expiredRows: "dropped" });
    bench.pass(5 * DAY);
    expect(backups().map(({ removedBy }) => removedBy)).toEqual(["expiry", "expiry", "expiry", null, null]);
  });

  test("stays if it is the only good one, until there is another", () => {
    open({ saveDays: 1, backupAt: [1] });
    bench.pass(6 * DAY);
    expect(statuses()).toEqual(["succeed"]);
    bench.pass(2 * DAY);
    expect(statuses()).toEqual(["expired", "succeed"]);
  });

  test("does not mean what was taken by hand", async () => {
    open({ saveDays: 1 });
    const manual = await bench.takeBackup();
    bench.pass(9 * DAY);
    expect(bench.statusOf(manual)).toBe("succeed");
  });
});

test("is pushed out by the 24 that an instance holds, automatic and manual together", async () => {
  open({ saveDays: 7 }, { keep: 3, pace: 0 });
  const manual = await bench.takeBackup();
  bench.pass(3 * DAY);
  expect(bench.statusOf(manual)).toBe("deleted");
  expect(statuses()).toEqual(["deleted", "succeed", "succeed", "succeed"]);
});

test("is the same whether somebody looks every minute or once", async () => {
  const story = async (looks: number) => {
    open({ saveDays: 1, beginAt: "01:00-02:00" }, { keep: 4, seed: "same" });
    for (let look = 0; look < looks; look++) {
      bench.pass((4 * DAY) / looks);
      await bench.call("GET", bench.backups);
    }
    return backups().map((backup) => ({ ...backup, id: "any" }));
  };
  expect(await story(1)).toEqual(await story(4 * 24 * 60));
});

test("is followed from when it is set, changed or taken away", () => {
  open({});
  const id = bench.card.instances[0]?.id ?? "";
  bench.simulator.changeInstance(id, { backupPolicy: null });
  bench.pass(3 * DAY);
  expect(backups()).toEqual([]);
  bench.simulator.changeInstance(id, { backupPolicy: { beginAt: "04:00-05:00" } });
  bench.pass(DAY);
  bench.simulator.changeInstance(id, { backupPolicy: { beginAt: "18:00-19:00" } });
  bench.pass(DAY);
  expect(when()).toEqual(["03-05T04:00", "03-05T18:00"]);
});

test("an effect that comes late is taken before what the policy does later", async () => {
  open({ beginAt: "13:00-14:00" }, { pace: 30 });
  bench.simulator.fault({ match: { method: "POST" }, then: { late: HOUR - 60 } });
  await expect(bench.takeBackup("late")).rejects.toThrow("cut the connection");
  bench.pass(2 * HOUR);
  expect(backups()).toMatchObject([
    { remark: "late", createdAt: "2026-03-01T12:59:00.000Z" },
    { type: "auto", createdAt: "2026-03-01T13:00:00.000Z" },
  ]);
  expect(bench.simulator.journal()).toMatchObject([{ effect: "done" }]);
});

test("an effect that comes late finds what the policy did before it, and nothing of later", async () => {
  open({ beginAt: "13:00-14:00" });
  bench.simulator.fault({ match: { method: "POST" }, then: { late: HOUR + 30 } });
  await expect(bench.takeBackup()).rejects.toThrow("cut the connection");
  bench.pass(2 * HOUR);
  expect(when()).toEqual(["03-01T13:00"]);
  expect(bench.simulator.journal()).toMatchObject([{ effect: "none" }]);
});

describe("as the instance shows it", () => {
  test("has the answer's form on both versions, and is null where there is none", async () => {
    open({ saveDays: 3, backupAt: [1, 5], beginAt: "22:00-23:00" });
    for (const { instance } of [bench, bench.v2]) {
      expect(valueAt((await bench.call("GET", instance)).body, "instance_backup_policy")).toMatchObject({
        tenant_id: bench.card.projectId,
        created_at: "2026-02-28T12:00:00.000Z",
        policy: {
          backup_type: "auto",
          save_days: 3,
          periodical_backup_plan: {
            timezone_offset: "+0000",
            backup_at: [1, 5],
            period_type: "weekly",
            begin_at: "22:00-23:00",
          },
        },
      });
    }
    bench = openBench();
    expect(valueAt((await bench.call("GET", bench.instance)).body, "instance_backup_policy")).toBeNull();
  });

  test("keeps its id and its birth through a change", async () => {
    open({});
    const shown = async () => valueAt((await bench.call("GET", bench.instance)).body, "instance_backup_policy");
    const before = await shown();
    bench.simulator.changeInstance(bench.card.instances[0]?.id ?? "", { backupPolicy: { saveDays: 1 } });
    expect(await shown()).toMatchObject({
      backup_policy_id: valueAt(before, "backup_policy_id"),
      created_at: valueAt(before, "created_at"),
      updated_at: "2026-03-01T12:00:00.000Z",
      policy: { save_days: 1 },
    });
  });
});

test.each<[string, Policy, RegExp]>([
  ["no days to keep", { saveDays: 0 }, /backupPolicy\.saveDays: give 1 to 7/],
  ["eight days to keep", { saveDays: 8 }, /give 1 to 7/],
  ["no day", { backupAt: [] }, /give at least one day/],
  ["an eighth day", { backupAt: [8] }, /backupAt/],
  ["a window of two hours", { beginAt: "02:00-04:00" }, /give an hour in UTC/],
  ["a window beside the hour", { beginAt: "02:30-03:30" }, /give an hour in UTC/],
])("refuses %s", (_name, policy, sentence) => {
  expect(() => {
    open(policy);
  }).toThrow(sentence);
});

test("refuses a policy for a single-node instance, in a world and later", () => {
  const single = { name: "scratch", cacheMode: "single" } as const;
  expect(() => openBench({ world: { instances: [{ ...single, backupPolicy: {} }] } })).toThrow("has none");
  bench = openBench({ world: { instances: [single] } });
  const id = bench.card.instances[0]?.id ?? "";
  expect(() => bench.simulator.changeInstance(id, { backupPolicy: {} })).toThrow("has no backupPolicy");
});
