import type { BackupOutputs } from "../../provider/lifecycle/outputs";
import { failureOf, story } from "../support/story";

type Outputs = Record<string, unknown>;

/** The outputs that a partial result puts into the state. */
const stored = (failure: Record<string, unknown>) => failure["outputs"] as Outputs; // Unfinished has them

test("a backup that fails is removed again, and the error says why it failed", async () => {
  const { clock, simulator, inputs, create, backups } = story({ pace: 60 });
  clock.after(20_000, () => {
    simulator.changeBackup(backups()[0]?.id ?? "", { fail: "dcs.08.0002" });
  });
  const failure = await failureOf(create(inputs()));
  expect(failure).toMatchObject({ code: "backup-failed" });
  expect(failure["id"]).toBeUndefined();
  expect(failure.message).toMatch(
    /^Backup \S+ of DCS instance \S+ failed: it took too long \(dcs\.08\.0002\)\. Its record was removed\. Run pulumi up to try again\.$/,
  );
  expect(backups()).toEqual([]);
});

test("a failed record that cannot be removed stays in the state, and the next up replaces it", async () => {
  const { behaviour, clock, simulator, inputs, create, backups } = story({ pace: 60 });
  simulator.fault({ match: { method: "DELETE" }, times: 1_000, then: { answer: { code: "DCS.3003" } } });
  clock.after(20_000, () => {
    simulator.changeBackup(backups()[0]?.id ?? "", { fail: "dcs.08.0099" });
  });
  const wanted = inputs();
  const failure = await failureOf(create(wanted));
  expect(failure.message).toContain("failed: DCS says dcs.08.0099. Its record could not be removed:");
  expect(behaviour.diff("", stored(failure), wanted)).toEqual({ changes: true, replaces: ["status"] });
});

test("a backup that disappears while it is waited for is replaced by the next up", async () => {
  const { behaviour, clock, simulator, inputs, create, backups } = story({ pace: 60 });
  clock.after(20_000, () => {
    simulator.changeBackup(backups()[0]?.id ?? "", { delete: "drop" });
  });
  const wanted = inputs();
  const failure = await failureOf(create(wanted));
  expect(failure.message).toMatch(/it is gone\. The next pulumi up takes a new one\.$/);
  expect(behaviour.diff("", stored(failure), wanted)).toEqual({ changes: true, replaces: ["status"] });
});

test("an ID that is listed only after a minute and a half is waited for", async () => {
  const { inputs, create } = story({ pace: 30, listingLag: 90 });
  const { outs } = await create(inputs());
  expect(outs).toMatchObject({ status: "succeed", listed: true });
});

test("an ID that is never listed is missing after two minutes and three looks", async () => {
  const { clock, inputs, create } = story({ pace: 30, listingLag: 100_000 });
  const began = clock.now();
  const failure = await failureOf(create(inputs()));
  expect(clock.now() - began).toBeGreaterThanOrEqual(120_000);
  expect(failure.message).toMatch(
    /^DCS took the order for backup \S+ of DCS instance \S+, but does not list it: it is gone\./,
  );
  expect(stored(failure)).toMatchObject({ listed: false });
});

test("a backup that was never listed is not believed to be gone at once: destroy and refresh wait", async () => {
  const { clock, inputs, create, read, remove, backups } = story({ pace: 30, listingLag: 100 });
  const failure = await failureOf(create(inputs({ timeouts: { create: "10s" } })));
  const began = clock.now();
  const { id, props } = await read(String(failure["id"]), stored(failure));
  expect(id).toBe(failure["id"]);
  expect(props).toMatchObject({ listed: true });
  expect(clock.now() - began).toBeGreaterThan(60_000);
  await remove(id, stored(failure));
  expect(backups()).toEqual([]);
});

test("a status that nobody has heard of is an error that names the known ones, with the ID kept", async () => {
  const { clock, simulator, inputs, create, backups } = story({ pace: 60 });
  clock.after(20_000, () => {
    simulator.changeBackup(backups()[0]?.id ?? "", { status: "pondering" });
  });
  const failure = await failureOf(create(inputs()));
  expect(failure.message).toContain(
    'has the status "pondering", which the API reference does not know (it knows waiting,',
  );
  expect(stored(failure)).toMatchObject({ status: "pondering" });
});

test("a service that fails for half an hour in the middle of a wait does not end it", async () => {
  const { clock, simulator, inputs, create } = story({ pace: 2_400 });
  clock.after(60_000, () => {
    simulator.fault({ match: { method: "GET" }, times: 60, then: { answer: { status: 503 } } });
  });
  const { outs } = await create(inputs());
  expect(outs).toMatchObject({ status: "succeed" });
});

test("an error that nobody foresaw keeps the ID, too", async () => {
  const { behaviour, clock, simulator, inputs, stop } = story({ pace: 60 });
  clock.after(10_000, () => {
    simulator.fault({
      match: { method: "GET" },
      times: 1,
      then: { answer: { status: 200, body: { total_num: "x" } } },
    });
  });
  const failure = await failureOf(clock.run(behaviour.create(inputs(), stop.signal)));
  expect(failure["id"]).toMatch(/.+\/.+/);
  expect(failure.message).toContain("the answer is not what DCS's API describes");
});

test("refresh drops a backup that expired, and one whose record says deleted", async () => {
  for (const change of [{ expire: true }, { delete: "keep" }] as const) {
    const { simulator, inputs, create, read } = story({ pace: 0 });
    const { id, outs } = await create(inputs());
    simulator.changeBackup(outs.backupId, change);
    expect((await read(id, outs)).id).toBe("");
  }
});

test("refresh of a repeated create does not drop the only trace of its twin", async () => {
  const { behaviour, simulator, inputs, create, read, remove, backups } = story({ pace: 10 });
  simulator.fault({ match: { method: "POST", path: "/backups" }, then: { late: 95 } });
  const wanted = inputs();
  const { id, outs } = await create(wanted);
  simulator.advance("5m");
  simulator.changeBackup(outs.backupId, { delete: "drop" });
  expect(backups()).toHaveLength(1);
  const { id: kept, props } = await read(id, outs);
  expect(kept).toBe(id);
  expect(behaviour.diff("", { ...props }, wanted)).toEqual({ changes: true, replaces: ["status"] });
  await remove(id, props);
  expect(backups()).toEqual([]);
});

test("a repeated create whose backup fails keeps the ID, so that what comes late is deleted, too", async () => {
  const { behaviour, clock, simulator, inputs, create, read, remove, backups } = story({ pace: 60 });
  simulator.fault({ match: { method: "POST", path: "/backups" }, then: { late: 200 } });
  clock.after(90_000, () => {
    for (const { id } of backups()) simulator.changeBackup(id, { fail: "dcs.08.0002" });
  });
  const wanted = inputs();
  const failure = await failureOf(create(wanted));
  expect(failure.message).toMatch(
    /failed: it took too long \(dcs\.08\.0002\)\. The create had to be repeated, and a second backup that bears the mark pulumi-\S+ may come late, so its record stays: the next pulumi up tries again and deletes both, and so does pulumi destroy\.$/,
  );
  simulator.advance("5m");
  expect(backups()).toHaveLength(2);
  const { id, props } = await read(String(failure["id"]), failure["outputs"] as BackupOutputs); // Unfinished has them
  expect(behaviour.diff("", { ...props }, wanted)).toEqual({ changes: true, replaces: ["status"] });
  await remove(id, props);
  expect(backups()).toEqual([]);
});

test("a twin goes with its instance", async () => {
  const { simulator, inputs, create, remove, instanceId } = story({ pace: 10 });
  simulator.fault({ match: { method: "POST", path: "/backups" }, then: { late: 95 } });
  const { id, outs } = await create(inputs());
  simulator.deleteInstance(instanceId);
  await remove(id, outs);
});

test("an ID of somebody else's backup is read as it is, and an ID of another form is refused", async () => {
  const { behaviour, clock, inputs, create, read, stop } = story({ pace: 0 });
  const { id, outs } = await create(inputs());
  const { props } = await read(id, { instanceId: outs.instanceId });
  expect(props).toMatchObject({
    backupId: outs.backupId,
    status: "succeed",
    region: "eu-de",
    endpoint: "http://dcs.test",
  });
  const unknown = `${outs.instanceId}/00000000-0000-4000-8000-000000000000`;
  expect((await failureOf(read(unknown, {}))).message).toMatch(
    /cannot be read: at http:\/\/dcs\.test it does not exist/,
  );
  const failure = await failureOf(clock.run(behaviour.read("x", {}, stop.signal)));
  expect(failure.message).toBe('The ID "x" is not <instance ID>/<backup ID>.');
});
