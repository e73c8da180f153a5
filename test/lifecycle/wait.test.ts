import { failureOf, passwordSettings, story } from "../support/story";

test("a wait that reaches its deadline keeps the ID, and the next up goes on waiting with it", async () => {
  const { behaviour, inputs, create, update, requests, instanceId } = story({ pace: 600 });
  const wanted = inputs({ timeouts: { create: "2m" } });
  const failure = await failureOf(create(wanted));
  const outputs = failure["outputs"] as Record<string, unknown>; // what goes into the state
  expect(failure["id"]).toBe(`${instanceId}/${String(outputs["backupId"])}`);
  expect(failure.message).toMatch(/Waited 2 min for backup \S+ of DCS instance \S+, and it is still "backuping"/);
  expect(failure.message).toContain("The next pulumi up goes on waiting; pulumi destroy deletes it.");
  expect(behaviour.diff("", outputs, wanted)).toEqual({ changes: true });

  const more = inputs({ timeouts: { create: "20m" }, mark: outputs["mark"] });
  const { outs } = await update(String(failure["id"]), outputs, more);
  expect(outs).toMatchObject({ status: "succeed", timeouts: { create: "20m" }, backupId: outputs["backupId"] });
  expect(requests().filter((request) => request.startsWith("POST"))).toHaveLength(1);
});

test("an unfinished backup is deleted by destroy, which waits in line until it may", async () => {
  const { inputs, create, remove, backups, said } = story({ pace: 600 });
  const failure = await failureOf(create(inputs({ timeouts: { create: "1m" } })));
  await remove(String(failure["id"]), failure["outputs"] as object);
  expect(backups()).toEqual([]);
  expect(said).toContainEqual(expect.stringMatching(/^waiting in line to delete: a backup of the instance is running/));
});

test("Ctrl-C during the wait ends it at once, with the ID kept", async () => {
  const { clock, inputs, create, stop, backups } = story({ pace: 600 });
  clock.after(60_000, () => {
    stop.abort();
  });
  const began = clock.now();
  const failure = await failureOf(create(inputs()));
  expect(clock.now() - began).toBe(60_000);
  expect(failure["id"]).toMatch(/.+\/.+/);
  expect(failure.message).toContain("as Pulumi was asked to stop. The next pulumi up goes on waiting");
  expect(backups()).toHaveLength(1);
});

test("Ctrl-C while a look is on its way ends the wait at once, too", async () => {
  const { clock, simulator, inputs, create, stop } = story({ pace: 600 });
  simulator.fault({ match: { method: "GET" }, after: 2, then: { delay: 30 } });
  clock.after(10_000, () => {
    stop.abort();
  });
  const began = clock.now();
  const failure = await failureOf(create(inputs()));
  expect(clock.now() - began).toBe(10_000);
  expect(failure.message).toMatch(/^Stopped waiting for backup \S+ of DCS instance \S+, as Pulumi was asked to stop\./);
});

test("Ctrl-C while a token is asked for ends a create at once, and says that nothing was sent", async () => {
  const { clock, simulator, settings, inputs, create, stop } = story({ config: {}, pace: 0 });
  Object.assign(settings, passwordSettings(simulator.card));
  simulator.fault({ match: { path: "/v3/" }, times: 1_000, then: { throttle: {} } });
  clock.after(5_000, () => {
    stop.abort();
  });
  const began = clock.now();
  const failure = await failureOf(create(inputs()));
  expect(clock.now() - began).toBe(5_000);
  expect(failure).toMatchObject({ code: "interrupted" });
});

test("a wait that is resumed hours later sees the end soon, whatever the backup's age", async () => {
  const { clock, simulator, inputs, create, update, stop, backups } = story({ pace: 20_000, progress: "none" });
  const wanted = inputs({ timeouts: { create: "5h" } });
  const failure = await failureOf(create(wanted));
  const outputs = failure["outputs"] as Record<string, unknown>; // what goes into the state
  const began = clock.now();
  simulator.changeBackup(backups()[0]?.id ?? "", { status: "backuping" });
  clock.after(120_000, () => {
    simulator.changeBackup(backups()[0]?.id ?? "", { status: "succeed" });
  });
  await update(String(failure["id"]), outputs, wanted);
  expect(clock.now() - began).toBeLessThan(180_000);
  expect(stop.signal.aborted).toBe(false);
});

test("a state that lost its time of order is waited for at a sane pace", async () => {
  const { inputs, create, update, requests } = story({ pace: 600 });
  const wanted = inputs({ timeouts: { create: "1m" } });
  const failure = await failureOf(create(wanted));
  const { requestedAt, createdAt, ...outputs } = failure["outputs"] as Record<string, unknown>; // what goes into the state
  const sent = requests().length;
  const { outs } = await update(String(failure["id"]), outputs, { ...wanted, timeouts: { create: "20m" } });
  expect([requestedAt, createdAt, outs.status]).toEqual([expect.any(String), expect.any(String), "succeed"]);
  expect(requests().length - sent).toBeLessThan(60);
});

test("Ctrl-C while waiting in line makes nothing, and says so", async () => {
  const { behaviour, clock, inputs, stop, backups, requests } = story({ pace: 600 });
  const first = failureOf(behaviour.create(inputs(), stop.signal));
  const second = failureOf(behaviour.create(inputs(), stop.signal));
  clock.after(30_000, () => {
    stop.abort();
  });
  const [made, notMade] = await clock.run(Promise.all([first, second]));
  expect(made["id"]).toBeDefined();
  expect(notMade["id"]).toBeUndefined();
  expect(notMade).toMatchObject({ code: "interrupted" });
  expect(notMade.message).toMatch(/^No backup of DCS instance \S+ was made, as Pulumi was asked to stop\./);
  const posts = requests().filter((request) => request.startsWith("POST"));
  expect(posts.filter((post) => post.endsWith(" 200"))).toHaveLength(1);
  expect(posts).toHaveLength(1);
  expect(backups()).toHaveLength(1);
});

test("progress is said in steps of ten percent, with a closing line of size and duration", async () => {
  const { inputs, create, said } = story({ pace: 60 });
  await create(inputs());
  expect(said.length).toBeGreaterThan(4);
  expect(said.length).toBeLessThan(15);
  expect(said.at(-2)).toMatch(/^backup_\d{14} \d+ %, \d+ s$/);
  expect(said.at(-1)).toMatch(
    /^backup_\d{14} done, [\d.]+ \wB, \d+ s$|^backup_\d{14} done, [\d.]+ \wB, 1 min( \d+ s)?$/,
  );
});

test("an instance that is busy with something else is waited for, and what it does is told", async () => {
  const { clock, simulator, inputs, create, instanceId, requests, said } = story({ pace: 0, apiVersion: "v2" });
  simulator.changeInstance(instanceId, { task: "RESTORING" });
  clock.after(300_000, () => {
    simulator.changeInstance(instanceId, { task: null });
  });
  await create(inputs());
  expect(said[0]).toMatch(/^waiting in line: .+ \(task RESTORING\)$/);
  expect(said.length).toBeLessThan(6);
  expect(requests().filter((request) => request.startsWith("POST")).length).toBeGreaterThan(5);
});

test("waiting behind our own other backups does not use up the time limit", async () => {
  const { behaviour, clock, inputs, stop, requests } = story({ pace: 900 });
  const six = Array.from({ length: 6 }, () => behaviour.create(inputs({ timeouts: { create: "20m" } }), stop.signal));
  const made = await clock.run(Promise.all(six));
  expect(made.map(({ outs }) => outs.status)).toEqual(Array.from({ length: 6 }, () => "succeed"));
  expect(requests().filter((request) => request.startsWith("POST"))).toHaveLength(6);
});

test("a backup that fails lets the next one in line have its turn", async () => {
  const { behaviour, clock, simulator, inputs, stop, backups } = story({ pace: 60 });
  clock.after(20_000, () => {
    simulator.changeBackup(backups()[0]?.id ?? "", { fail: "dcs.08.0001" });
  });
  const [first, second] = await clock.run(
    Promise.allSettled([behaviour.create(inputs(), stop.signal), behaviour.create(inputs(), stop.signal)]),
  );
  expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
});

test("backups of different instances do not wait for each other", async () => {
  const { behaviour, clock, simulator, inputs, stop } = story({ pace: 600 });
  const ids = simulator.card.instances.filter(({ cacheMode }) => cacheMode !== "single").map(({ id }) => id);
  const began = clock.now();
  await clock.run(Promise.all(ids.map((instanceId) => behaviour.create(inputs({ instanceId }), stop.signal))));
  expect(ids.length).toBeGreaterThan(1);
  expect(clock.now() - began).toBeLessThan(700_000);
});

test("two backups of one instance are taken one after the other", async () => {
  const { behaviour, clock, inputs, stop, backups, said } = story({ pace: 60 });
  const both = Promise.all([
    behaviour.create(inputs({ description: "one" }), stop.signal),
    behaviour.create(inputs({ description: "two" }), stop.signal),
  ]);
  const [one, two] = await clock.run(both);
  expect([one.outs.status, two.outs.status]).toEqual(["succeed", "succeed"]);
  expect(backups()).toHaveLength(2);
  expect(said).toContain("waiting in line behind before-release");
});
