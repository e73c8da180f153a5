import type { SimulatorOptions } from "../../../simulator/index";
import { openBench, valueAt, type Bench } from "./bench";

const UNKNOWN = "00000000-cebf-4473-95c4-d1b573c16e79";

let bench: Bench;

function open(options: SimulatorOptions = {}): void {
  bench = openBench({ pace: 0, ...options });
}
beforeEach(() => {
  open();
});

const remove = (id: string) => bench.call("DELETE", `${bench.backups}/${id}`);
const listed = async () => (await bench.call("GET", bench.backups)).body;
const refusal = (status: number, code: string) => ({ status, body: { error: { code } } });

test('answers 200 with {"message":""}, and the row is gone', async () => {
  const id = await bench.takeBackup();
  const { status, body } = await remove(id);
  expect({ status, body }).toEqual({ status: 200, body: { message: "" } });
  expect(await listed()).toEqual({ backup_record_response: [], total_num: 0 });
});

test("deletes the one that was named and no other", async () => {
  const [first, second] = [await bench.takeBackup(), await bench.takeBackup()];
  await remove(first);
  expect(JSON.stringify(await listed())).toContain(second);
  expect(JSON.stringify(await listed())).not.toContain(first);
});

test("keeps the row with status deleted when told so", async () => {
  open({ deletedRows: "kept" });
  await remove(await bench.takeBackup());
  expect(valueAt(await listed(), "backup_record_response", 0)).toMatchObject({
    status: "deleted",
    is_support_restore: "FALSE",
  });
});

test("still shows to the onlooker what was deleted, and when", async () => {
  const id = await bench.takeBackup();
  bench.pass(7);
  await remove(id);
  expect(bench.simulator.world().instances[0]?.backups).toMatchObject([
    { id, status: "deleted", deletedAt: "2026-03-01T12:00:07.000Z", removedBy: "delete" },
  ]);
});

test.each([
  [undefined, refusal(400, "111400031")],
  ["gone", refusal(400, "111400031")],
  ["not-found", refusal(404, "111404001")],
  ["accept", { status: 200, body: { message: "" } }],
] as const)("answers to the deletion of a missing backup as told: %s", async (deleteOfMissing, expected) => {
  open(deleteOfMissing === undefined ? {} : { deleteOfMissing });
  expect(await remove(UNKNOWN)).toMatchObject(expected);
});

test("takes a second deletion for that of a missing backup, with the row dropped or kept", async () => {
  for (const deletedRows of ["dropped", "kept"] as const) {
    open({ deletedRows });
    const id = await bench.takeBackup();
    await remove(id);
    expect(await remove(id)).toMatchObject(refusal(400, "111400031"));
  }
});

test.each([
  [undefined, refusal(400, "111400096"), "backuping"],
  ["busy", refusal(400, "111400096"), "backuping"],
  ["state", refusal(400, "111400026"), "backuping"],
  ["accept", { status: 200, body: { message: "" } }, "deleted"],
] as const)("answers to the deletion of a running backup as told: %s", async (deleteOfRunning, expected, status) => {
  open({ pace: 60, ...(deleteOfRunning !== undefined && { deleteOfRunning }) });
  const id = await bench.takeBackup();
  bench.pass(30);
  expect(await remove(id)).toMatchObject(expected);
  expect(bench.simulator.world().instances[0]?.backups).toMatchObject([{ status }]);
});

test("lets a new backup begin once a running one was deleted", async () => {
  open({ pace: 60, deleteOfRunning: "accept" });
  await remove(await bench.takeBackup());
  expect(await bench.call("POST", bench.backups, { body: "{}" })).toMatchObject({ status: 200 });
});

test("deletes a finished backup while another runs", async () => {
  open({ pace: 60 });
  const finished = await bench.takeBackup();
  bench.pass(60);
  await bench.takeBackup();
  expect(await remove(finished)).toMatchObject({ status: 200 });
});

test("refuses to delete while a restore runs", async () => {
  open({ world: { instances: [{ name: "x", status: "RESTORING", backups: [{ id: UNKNOWN }] }] } });
  expect(await remove(UNKNOWN)).toMatchObject(refusal(400, "111400097"));
});

test("refuses a malformed backup id", async () => {
  expect(await remove("not-an-id")).toMatchObject(refusal(400, "111400062"));
});

test("deletes nothing through another instance, an unknown one or another user", async () => {
  const id = await bench.takeBackup();
  const through = (instance: string) => `${bench.backups.replace(/instances\/[^/]+/, `instances/${instance}`)}/${id}`;
  const other = bench.card.instances[1]?.id ?? "";
  expect(await bench.call("DELETE", through(other))).toMatchObject(refusal(400, "111400031"));
  expect(await bench.call("DELETE", through(UNKNOWN))).toMatchObject(refusal(404, "111404022"));
  const path = `${bench.backups}/${id}`;
  expect(await bench.call("DELETE", path, { as: "other-operator" })).toMatchObject(refusal(401, "111401004"));
  expect(await bench.send("DELETE", path)).toMatchObject({ status: 401 });
  expect(JSON.stringify(await listed())).toContain(id);
});
