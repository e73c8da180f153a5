import { ANY_TEXT, openBench, textAt, textLike, valueAt, type Bench } from "./bench";

let bench: Bench;
let backup: string;

const SESSIONS = "5560df16-cebf-4473-95c4-d1b573c16e79";
const CATALOGUE = "6a71e027-dfc0-4584-a6d5-e2c684d27f8a";
const refusal = (code: string) => ({ status: 400, body: { error: { code } } });

function pathOf(instanceId: string, rest: string): string {
  return `/v1.0/${bench.card.projectId}/instances/${instanceId}/${rest}`;
}
function restore(into = SESSIONS, body: object | string = { backup_id: backup }) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return bench.call("POST", pathOf(into, "restores"), { body: text });
}
async function restoreId(into = SESSIONS, remark?: string) {
  return textAt((await restore(into, { backup_id: backup, remark })).body, "restore_id");
}
function seen(id: string) {
  return bench.simulator.world().instances.find((instance) => instance.id === id);
}

beforeEach(async () => {
  bench = openBench({ pace: 100 });
  backup = await bench.takeBackup("before the move");
  bench.pass(100);
});

test("answers 200 with a restore id and nothing else", async () => {
  expect(await restore()).toMatchObject({ status: 200, body: { restore_id: ANY_TEXT } });
  expect(seen(SESSIONS)?.restores).toMatchObject([{ backupId: backup, status: "waiting", remark: null }]);
});

test.each([
  [0, "waiting", "0.00"],
  [5, "restoring", "0.00"],
  [52.5, "restoring", "50.00"],
  [99.999, "restoring", "100.00"],
  [100, "succeed", "100.00"],
])("is after %d s %s at %s %%", async (seconds, status, progress) => {
  await restore();
  bench.pass(seconds);
  const { body } = await bench.call("GET", pathOf(SESSIONS, "restores"));
  expect(valueAt(body, "restore_record_response", 0)).toMatchObject({ status, progress });
});

test("takes as long as restorePace says, whatever a backup takes", async () => {
  bench.simulator.change({ restorePace: 7 });
  await restore();
  bench.pass(6.999);
  expect(seen(SESSIONS)?.restores).toMatchObject([{ status: "restoring" }]);
  bench.pass(0.001);
  expect(seen(SESSIONS)?.restores).toMatchObject([{ status: "succeed" }]);
});

describe("what an instance holds", () => {
  beforeEach(() => {
    bench.simulator.changeInstance(SESSIONS, { content: "after the move" });
  });

  test("is what its backup held, from the end of the restore on", async () => {
    expect(seen(SESSIONS)).toMatchObject({
      content: "after the move",
      backups: [{ content: "what sessions held at first" }],
    });
    await restore();
    bench.pass(99.999);
    expect(seen(SESSIONS)?.content).toBe("after the move");
    bench.pass(0.001);
    expect(seen(SESSIONS)?.content).toBe("what sessions held at first");
  });

  test("comes into a second instance too, and the first keeps its own", async () => {
    expect(await restore(CATALOGUE)).toMatchObject({ status: 200 });
    expect(seen(CATALOGUE)).toMatchObject({ status: "RESTORING", content: "what catalogue held at first" });
    expect(seen(SESSIONS)?.status).toBe("RUNNING");
    bench.pass(100);
    expect(seen(CATALOGUE)).toMatchObject({ status: "RUNNING", content: "what sessions held at first" });
    expect(seen(SESSIONS)?.content).toBe("after the move");
  });

  test("stays when the restore fails, and is what is written after it", async () => {
    const id = await restoreId();
    bench.pass(50);
    bench.simulator.changeRestore(id, { fail: "dcs.08.0007" });
    bench.pass(1000);
    expect(seen(SESSIONS)).toMatchObject({ status: "RUNNING", content: "after the move" });
    await restore();
    bench.pass(100);
    bench.simulator.changeInstance(SESSIONS, { content: "newest" });
    expect(seen(SESSIONS)?.content).toBe("newest");
  });

  test("is told apart within one millisecond", async () => {
    bench.simulator.change({ restorePace: 0 });
    bench.simulator.changeInstance(SESSIONS, { content: "written before" });
    await restore();
    expect(seen(SESSIONS)?.content).toBe("what sessions held at first");
    bench.simulator.changeInstance(SESSIONS, { content: "written after" });
    expect(seen(SESSIONS)?.content).toBe("written after");
  });
});

describe("a restore that runs", () => {
  beforeEach(async () => {
    await restore();
    bench.pass(10);
  });

  test("shows as the instance's status on both versions, also in a filtered list", async () => {
    for (const { instance } of [bench, bench.v2]) {
      expect((await bench.call("GET", instance)).body).toMatchObject({ status: "RESTORING" });
    }
    const list = await bench.call("GET", `/v1.0/${bench.card.projectId}/instances?status=RESTORING`);
    expect(valueAt(list.body, "instance_num")).toBe(1);
  });

  test("lets neither a backup nor another restore begin, until it is over", async () => {
    const create = () => bench.call("POST", bench.backups, { body: "{}" });
    expect(await create()).toMatchObject(refusal("111400097"));
    expect(await restore()).toMatchObject(refusal("111400097"));
    bench.pass(90);
    expect(await create()).toMatchObject({ status: 200 });
    expect(await restore()).toMatchObject(refusal("111400096"));
  });

  test("lets none of the instance's backups be deleted, until it is over", async () => {
    const remove = () => bench.call("DELETE", `${bench.backups}/${backup}`);
    expect(await remove()).toMatchObject(refusal("111400097"));
    bench.simulator.change({ deleteOfRestoring: "state" });
    expect(await remove()).toMatchObject(refusal("111400026"));
    bench.pass(90);
    expect(await remove()).toMatchObject({ status: 200 });
  });
});

test("a backup that another instance is restored from cannot be deleted nor pushed out, others can", async () => {
  bench.simulator.change({ keep: 2 });
  await restore(CATALOGUE);
  const remove = (id: string) => bench.call("DELETE", `${bench.backups}/${id}`);
  expect(await remove(backup)).toMatchObject(refusal("111400097"));
  bench.simulator.change({ pace: 0 });
  const [second, third] = [await bench.takeBackup(), await bench.takeBackup()];
  expect([bench.statusOf(backup), bench.statusOf(second), bench.statusOf(third)]).toEqual([
    "succeed",
    "deleted",
    "succeed",
  ]);
  expect(await remove(third)).toMatchObject({ status: 200 });
});

describe("refuses", () => {
  test("a single-node instance, and one that is not RUNNING", async () => {
    expect(await restore("7b82f138-e0d1-4695-87e6-f3d795e3809b")).toMatchObject(refusal("111400086"));
    bench.simulator.changeInstance(SESSIONS, { status: "EXTENDING" });
    expect(await restore()).toMatchObject(refusal("111400113"));
  });

  test("a backup that has not succeeded, with a code of its own", async () => {
    const young = await bench.takeBackup();
    expect(await restore(CATALOGUE, { backup_id: young })).toMatchObject(refusal("111400087"));
    bench.simulator.changeBackup(backup, { expire: true });
    expect(await restore(CATALOGUE)).toMatchObject(refusal("111400087"));
  });

  test.each([
    ["gone", 400, "111400031"],
    ["parameter", 400, "111400062"],
    ["not-found", 404, "111404001"],
  ] as const)("a backup that is not there as %s", async (useOfMissing, status, code) => {
    bench.simulator.change({ useOfMissing });
    await bench.call("DELETE", `${bench.backups}/${backup}`);
    expect(await restore()).toMatchObject({ status, body: { error: { code } } });
  });

  test("the backup of another instance when told so, and of another project always", async () => {
    bench.simulator.change({ restoreOfOther: "parameter" });
    expect(await restore(CATALOGUE)).toMatchObject(refusal("111400062"));
    expect(await restore()).toMatchObject({ status: 200 });
    const { projectId, instances } = bench.simulator.cardOf("other-operator");
    const path = `/v1.0/${projectId}/instances/${instances[0]?.id ?? ""}/restores`;
    const body = JSON.stringify({ backup_id: backup });
    expect(await bench.call("POST", path, { as: "other-operator", body })).toMatchObject(refusal("111400031"));
  });

  test.each([
    ["no body", "", "111400004"],
    ["torn JSON", "{", "111400005"],
    ["a body without a backup", "{}", "111400062"],
    ["a malformed backup id", '{"backup_id":"x"}', "111400062"],
  ])("%s", async (_name, body, code) => {
    expect(await restore(SESSIONS, body)).toMatchObject(refusal(code));
  });

  test("a remark of 129 characters, and takes one of 128", async () => {
    expect(await restore(SESSIONS, { backup_id: backup, remark: "x".repeat(129) })).toMatchObject(refusal("111400098"));
    expect(await restore(SESSIONS, { backup_id: backup, remark: "x".repeat(128) })).toMatchObject({ status: 200 });
  });

  test("a change from outside that makes no sense, in a sentence", async () => {
    const id = await restoreId();
    expect(() => bench.simulator.changeRestore("none", {})).toThrow("There is no restore none.");
    const answer = await bench.send("PATCH", `/_simulator/restores/${id}`, { body: '{"progress":101}' });
    expect(answer).toMatchObject({ status: 400, body: { error: textLike(/progress/) } });
  });
});
