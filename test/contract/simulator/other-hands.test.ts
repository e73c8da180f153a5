import type { BackupChange, InstanceChange } from "../../../simulator/index";
import { ANY_TEXT, openBench, textAt, textLike, valueAt, type Bench } from "./bench";

let bench: Bench;
beforeEach(() => {
  bench = openBench({ pace: 100 });
});

const UNKNOWN = "00000000-cebf-4473-95c4-d1b573c16e79";

const record = async () => valueAt((await bench.call("GET", bench.backups)).body, "backup_record_response", 0);
const patch = (path: string, change: unknown) =>
  bench.send("PATCH", `/_simulator/${path}`, { body: JSON.stringify(change) });

describe("a backup is changed", () => {
  test.each<[string, number, BackupChange, unknown]>([
    [
      "fails while it runs",
      50,
      { fail: "dcs.08.0002" },
      { status: "failed", error_code: "dcs.08.0002", size: 880_232 },
    ],
    ["fails after it succeeded", 500, { fail: "dcs.08.0006" }, { status: "failed", error_code: "dcs.08.0006" }],
    ["expires", 500, { expire: true }, { status: "expired", is_support_restore: "FALSE", progress: "100.00" }],
    ["is deleted with its row kept", 500, { delete: "keep" }, { status: "deleted" }],
    ["is deleted with its row dropped", 500, { delete: "drop" }, undefined],
    [
      "has a status nobody heard of",
      500,
      { status: "archiving" },
      { status: "archiving", is_support_restore: "FALSE" },
    ],
    ["is stuck for ever", 500, { progress: 57 }, { status: "backuping", progress: "57.00", size: 0, updated_at: null }],
    ["has another remark and size", 500, { remark: "x", size: 7 }, { status: "succeed", remark: "x", size: 7 }],
    [
      "has another type and format",
      500,
      { type: "auto", format: "rdb", period: "22:00-23:00" },
      {
        backup_type: "auto",
        backup_format: "RDB",
        period: "22:00-23:00",
      },
    ],
    ["is older", 500, { createdAt: "2026-01-01T00:00:00Z" }, { created_at: "2026-01-01T00:00:00.000Z" }],
    ["is printed with any value", 500, { wire: { size: "big", error_code: {} } }, { size: "big", error_code: {} }],
  ])("so that it %s", async (_name, seconds, change, expected) => {
    const id = await bench.takeBackup();
    bench.pass(seconds);
    expect(await patch(`backups/${id}`, change)).toMatchObject({ status: 200, body: { id } });
    const after: unknown = await record();
    if (expected === undefined) expect(after).toBeUndefined();
    else expect(after).toMatchObject({ backup_id: id, ...expected });
  });

  test("the same in process, and what was fixed is let go with null", async () => {
    const id = await bench.takeBackup();
    bench.pass(500);
    expect(bench.simulator.changeBackup(id, { status: "odd", progress: 3 })).toMatchObject({
      status: "odd",
      progress: 3,
    });
    expect(bench.simulator.changeBackup(id, { status: null, progress: null })).toMatchObject({
      status: "succeed",
      progress: 100,
    });
  });

  test("a stuck one keeps its instance busy, one that failed does not", async () => {
    const id = await bench.takeBackup();
    bench.simulator.changeBackup(id, { progress: 99 });
    bench.pass(5000);
    const take = () => bench.call("POST", bench.backups, { body: "{}" });
    expect(await take()).toMatchObject({ status: 400, body: { error: { code: "111400096" } } });
    bench.simulator.changeBackup(id, { progress: null, fail: "dcs.08.0001" });
    expect(await take()).toMatchObject({ status: 200 });
  });

  test("and the onlooker sees who deleted it", async () => {
    const id = await bench.takeBackup();
    bench.simulator.changeBackup(id, { delete: "drop" });
    expect(bench.simulator.world().instances[0]?.backups).toMatchObject([{ id, removedBy: "control" }]);
  });

  test("not when there is none such, or the change is none", async () => {
    const id = await bench.takeBackup();
    expect(await patch(`backups/${UNKNOWN}`, { expire: true })).toMatchObject({
      status: 404,
      body: { error: `There is no backup ${UNKNOWN}.` },
    });
    expect(await patch(`backups/${id}`, { expire: false })).toMatchObject({
      status: 400,
      body: { error: textLike(/expire: give true/) },
    });
    expect(await patch(`backups/${id}`, { explode: true })).toMatchObject({ status: 400 });
    expect(() => bench.simulator.changeBackup(UNKNOWN, {})).toThrow("There is no backup");
  });
});

describe("an instance", () => {
  const instances = async () => (await bench.call("GET", `/v2/${bench.card.projectId}/instances`)).text;

  test("is made, with backups, and can be used at once", async () => {
    const body = JSON.stringify({ name: "fresh", backups: [{ remark: "old" }] });
    const made = await bench.send("POST", "/_simulator/instances", { body });
    expect(made).toMatchObject({ status: 201, body: { id: ANY_TEXT, name: "fresh", status: "RUNNING", task: null } });
    const path = bench.backups.replace(/instances\/[^/]+/, `instances/${textAt(made.body, "id")}`);
    expect((await bench.call("GET", path)).text).toContain('"remark":"old"');
    expect(await bench.call("POST", path, { body: "{}" })).toMatchObject({ status: 200 });
    expect(bench.simulator.card.instances.map(({ name }) => name)).toContain("fresh");
  });

  test.each<[InstanceChange, string]>([
    [{ status: "RESTORING" }, "111400097"],
    [{ status: "EXTENDING" }, "111400113"],
    [{ status: "CREATING" }, "111400118"],
    [{ status: "RESTARTING" }, "111400111"],
    [{ status: "ERROR" }, "111400026"],
    [{ status: "SLEEPING" }, "111400026"],
    [{ frozen: true }, "111400120"],
    [{ task: "RESTORING" }, "111400097"],
    [{ task: "EXTENDING" }, "111400113"],
    [{ task: "UPGRADING" }, "111400116"],
    [{ task: "POLISHING" }, "111400017"],
    [{ cacheMode: "single" }, "111400086"],
  ])("that was changed by %j refuses a backup in its own words", async (change, code) => {
    const id = bench.card.instances[0]?.id ?? "";
    expect(await patch(`instances/${id}`, change)).toMatchObject({ status: 200, body: { id } });
    const refused = await bench.call("POST", bench.backups, { body: "{}" });
    expect(refused).toMatchObject({ status: 400, body: { error: { code } } });
    bench.simulator.changeInstance(id, { frozen: false, task: null, cacheMode: "ha" });
    expect(await bench.call("POST", bench.backups, { body: "{}" })).toMatchObject({ status: 200 });
  });

  test("shows a task that was set on v2, while it stays RUNNING", async () => {
    bench.simulator.changeInstance(bench.card.instances[0]?.id ?? "", { task: "EXTENDING" });
    const { body } = await bench.call("GET", bench.v2.instance);
    expect(body).toMatchObject({ status: "RUNNING", task: "EXTENDING" });
  });

  test("that is deleted is unknown from then on, with its backups", async () => {
    const backup = await bench.takeBackup();
    const id = bench.card.instances[0]?.id ?? "";
    expect(await bench.send("DELETE", `/_simulator/instances/${id}`)).toMatchObject({ status: 204 });
    expect(await instances()).not.toContain(id);
    expect(await bench.call("GET", bench.backups)).toMatchObject({
      status: 404,
      body: { error: { code: "111404022" } },
    });
    expect(JSON.stringify(bench.simulator.world())).not.toContain(backup);
  });

  test("comes back with a reset, as it was", () => {
    const before = bench.simulator.world();
    const id = bench.card.instances[0]?.id ?? "";
    bench.simulator.changeInstance(id, { status: "ERROR" });
    bench.simulator.deleteInstance(id);
    bench.simulator.addInstance({ name: "fresh" });
    bench.simulator.reset();
    expect(bench.simulator.world()).toEqual(before);
  });

  test("is refused in a sentence when it is twice, unknown, of no project or malformed", async () => {
    const id = bench.card.instances[0]?.id ?? "";
    const make = (spec: unknown) => bench.send("POST", "/_simulator/instances", { body: JSON.stringify(spec) });
    expect(await make({ id, name: "twin" })).toMatchObject({ status: 400, body: { error: textLike(/already/) } });
    expect(await make({ name: "lost", project: "x" })).toMatchObject({ status: 400, body: { error: textLike(/"x"/) } });
    expect(await make({ cacheMode: "ha" })).toMatchObject({ status: 400, body: { error: textLike(/name: /) } });
    expect(await patch(`instances/${UNKNOWN}`, {})).toMatchObject({ status: 404 });
    expect(await patch(`instances/${id}`, { cacheMode: "fast" })).toMatchObject({
      status: 400,
      body: { error: textLike(/cacheMode: give one of ha/) },
    });
    expect(await bench.send("DELETE", `/_simulator/instances/${UNKNOWN}`)).toMatchObject({ status: 404 });
  });
});
