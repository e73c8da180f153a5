import type { BackupOutputs } from "../../provider/lifecycle/outputs";
import { failureOf, passwordSettings, story } from "../support/story";

const POST = { method: "POST", path: "/backups" };
const posts = (requests: readonly string[]) => requests.filter((request) => request.startsWith("POST"));

test("a create whose answer was lost is found by its mark, and not sent again", async () => {
  const { simulator, inputs, create, remove, backups, requests, said } = story({ pace: 60 });
  simulator.fault({ match: POST, then: { reset: "after" } });
  const { id, outs } = await create(inputs());
  expect(outs).toMatchObject({ status: "succeed", backupId: backups()[0]?.id });
  expect(outs.repeated).toBeUndefined();
  expect(posts(requests())).toHaveLength(1);
  expect(said).toContain("the answer was lost: looking");
  await remove(id, outs);
  expect(backups()).toEqual([]);
});

test.each([
  ["a gateway that gives up after the effect", { answer: { status: 504, code: "APIGW.0201", when: "after" } }],
  ["an empty answer", { empty: true }],
  ["a torn answer", { torn: true }],
  ["a page of HTML after the effect", { html: 200, when: "after" }],
  ["an internal error after the effect", { answer: { code: "DCS.5000", when: "after" } }],
] as const)("%s is a lost answer, too", async (_case, then) => {
  const { simulator, inputs, create, backups, requests } = story({ pace: 0 });
  simulator.fault({ match: POST, then });
  const { outs } = await create(inputs());
  expect(backups().map(({ id }) => id)).toEqual([outs.backupId]);
  expect(posts(requests())).toHaveLength(1);
});

test("a create that never arrived is sent again only after its backup was absent for a minute", async () => {
  const { clock, simulator, inputs, create, backups, requests } = story({ pace: 0 });
  simulator.fault({ match: POST, then: { reset: "before" } });
  const began = clock.now();
  const { outs } = await create(inputs());
  expect(clock.now() - began).toBeGreaterThanOrEqual(60_000);
  expect(posts(requests())).toHaveLength(2);
  expect(backups().map(({ id }) => id)).toEqual([outs.backupId]);
});

test("an effect that comes half a minute after the gateway gave up is waited for", async () => {
  const { simulator, inputs, create, backups, requests } = story({ pace: 20 });
  simulator.fault({ match: POST, then: { late: 30, as: "504" } });
  const { outs } = await create(inputs());
  expect(posts(requests())).toHaveLength(1);
  expect(backups().map(({ id }) => id)).toEqual([outs.backupId]);
});

test("an effect that comes after the repeat leaves one backup all the same, and destroy leaves none", async () => {
  const { simulator, inputs, create, remove, backups, requests } = story({ pace: 20 });
  simulator.fault({ match: POST, then: { late: 95 } });
  const { id, outs } = await create(inputs());
  expect(posts(requests())).toHaveLength(2);
  expect(outs.repeated).toBe(true);
  simulator.advance("2m");
  expect(backups()).toHaveLength(2);
  await remove(id, outs);
  expect(backups()).toEqual([]);
});

test("of two backups with our mark the older one stays", async () => {
  const { clock, simulator, inputs, create, backups, said } = story({ pace: 20 });
  // The effect of the first create comes while the repeat's answer is on its way; both are taken one after the other.
  simulator.fault({ match: POST, then: { late: 75 } });
  simulator.fault({ match: POST, after: 1, times: 1, then: { delay: 30 } });
  const began = clock.now();
  const { outs } = await create(inputs());
  const [older, younger, ...more] = simulator.world().instances.flatMap((instance) => instance.backups);
  expect(more).toEqual([]);
  expect([older?.deletedAt, typeof younger?.deletedAt]).toEqual([null, "string"]);
  expect(backups().map(({ id }) => id)).toEqual([outs.backupId]);
  expect(new Date(older?.createdAt ?? "").getTime() - began).toBeLessThan(80_000);
  expect(said).toContainEqual(expect.stringMatching(/^deleting backup_\d+: two creates have had an effect$/));
});

test("busy as the answer to a repeat means that ours may be running: it is looked for, not waited out", async () => {
  const { simulator, inputs, create, backups, requests, said } = story({ pace: 120, listingLag: 90 });
  simulator.fault({ match: POST, then: { reset: "after" } });
  const { outs } = await create(inputs());
  expect(backups().map(({ id }) => id)).toEqual([outs.backupId]);
  expect(posts(requests()).filter((post) => post.endsWith("200"))).toEqual([]);
  expect(said).toContain("the instance is busy, perhaps with our backup");
});

test("where nothing can be seen, the error says so and names the mark", async () => {
  const { simulator, inputs, create } = story({ pace: 0 });
  simulator.fault({ match: POST, then: { reset: "after" } });
  simulator.fault({ match: { method: "GET" }, times: 10_000, then: { answer: { code: "APIGW.0302" } } });
  const wanted = inputs();
  const failure = await failureOf(create(wanted));
  expect(failure).toMatchObject({ code: "answer-lost" });
  expect(failure.message).toContain("Whether a backup was made could not be seen: look for the remark that ends in");
  expect(failure.message).toContain(`"${String(wanted["mark"])}"`);
});

test("three creates without an effect are enough", async () => {
  const { simulator, inputs, create, backups, requests } = story({ pace: 0 });
  simulator.fault({ match: POST, times: 10, then: { reset: "before" } });
  const failure = await failureOf(create(inputs()));
  expect(failure.message).toMatch(/It was tried 3 times, and no backup with the mark pulumi-\S+ appeared/);
  expect(posts(requests())).toHaveLength(3);
  expect(backups()).toEqual([]);
});

test("a repeat that is refused for good leaves the first create unknown: the error names the mark", async () => {
  const { simulator, inputs, create } = story({ pace: 0 });
  simulator.fault({ match: POST, then: { reset: "before" } });
  simulator.fault({ match: POST, after: 1, times: 9, then: { answer: { code: "DCS.3003" } } });
  const wanted = inputs();
  const failure = await failureOf(create(wanted));
  expect(failure).toMatchObject({ code: "answer-lost" });
  expect(failure.message).toContain(String(wanted["mark"]));
});

test("where the repeat's backup fails, its ID is kept, and what comes late is deleted with it", async () => {
  const { clock, simulator, inputs, create, remove, backups } = story({ pace: 20 });
  simulator.fault({ match: POST, then: { late: 75 } });
  simulator.fault({ match: POST, after: 1, then: { delay: 30 } });
  clock.after(97_000, () => {
    for (const { id } of backups()) simulator.changeBackup(id, { fail: "dcs.08.0002" });
  });
  const failure = await failureOf(create(inputs()));
  expect(backups()).toHaveLength(2);
  await remove(String(failure["id"]), failure["outputs"] as BackupOutputs); // Unfinished has them
  expect(backups()).toEqual([]);
});

test("a backup that somebody made a day later with a copied remark is not ours, and stays", async () => {
  const { clock, simulator, inputs, create, remove, connect, instanceId, backups, stop } = story({ pace: 20 });
  simulator.fault({ match: POST, then: { late: 95 } });
  const { id, outs } = await create(inputs());
  simulator.advance("24h");
  const { client } = await clock.run(connect({}));
  const patience = { clock, deadline: clock.now() + 60_000, signal: stop.signal };
  const copied = await clock.run(client.createBackup(instanceId, { remark: outs.mark }, patience));
  simulator.advance("5m");
  await remove(id, outs);
  expect(backups().map((backup) => backup.id)).toEqual([copied]);
});

test("a refusal that quotes the remark does not give away a description", async () => {
  const { simulator, inputs, create } = story({ pace: 0 });
  const body = { error: { code: "111400062", message: "Invalid remark: hunter2 is not allowed" } };
  simulator.fault({ match: POST, then: { answer: { status: 400, body } } });
  const failure = await failureOf(create(inputs({ description: "hunter2" })));
  expect(failure.message).toContain("111400062");
  expect(JSON.stringify([failure, failure.message, failure.stack])).not.toContain("hunter2");
});

test("Ctrl-C while a lost create is looked for takes one more look, and keeps the ID that it finds", async () => {
  const { clock, simulator, inputs, create, stop, backups } = story({ pace: 600, listingLag: 20 });
  simulator.fault({ match: POST, then: { reset: "after" } });
  clock.after(21_000, () => {
    stop.abort();
  });
  const failure = await failureOf(create(inputs()));
  expect(failure["id"]).toContain(backups()[0]?.id);
  expect(failure.message).toContain("as Pulumi was asked to stop");
});

test("Ctrl-C while the create is on its way awaits its answer, and keeps the ID", async () => {
  const { clock, simulator, inputs, create, stop, backups } = story({ pace: 600 });
  simulator.fault({ match: POST, then: { delay: 10 } });
  clock.after(5_000, () => {
    stop.abort();
  });
  const failure = await failureOf(create(inputs()));
  expect(failure["id"]).toContain(backups()[0]?.id);
});

test("a failure of IAM is no lost create: DCS was never asked", async () => {
  const { simulator, settings, inputs, create, requests } = story({ config: {}, pace: 0 });
  Object.assign(settings, passwordSettings(simulator.card));
  simulator.fault({ match: { path: "/v3/" }, times: 3, then: { answer: { status: 503 } } });
  const { outs } = await create(inputs());
  expect(outs.repeated).toBeUndefined();
  expect(requests().filter((request) => request.includes("/backups"))).toHaveLength(2);
});

test("an orphan whose create has lost its answer goes on looking, since nobody else will", async () => {
  const { clock, simulator, behaviour, inputs } = story({ pace: 0, listingLag: 30 });
  simulator.fault({ match: { method: "POST" }, then: { reset: "after" } });
  const stop = new AbortController();
  clock.after(1, () => {
    stop.abort();
  });
  const creating = behaviour.create(inputs(), stop.signal, () => 2 * 60 * 60_000);
  const failure = await failureOf(clock.run(creating));
  expect(failure["id"]).toContain(simulator.world().instances[0]?.backups[0]?.id);
});

test("one that another resource adopts is kept, and the late second one of its repeated create is deleted", async () => {
  const { simulator, inputs, create, nextRun, remove, backups } = story({ pace: 20 });
  simulator.fault({ match: POST, then: { late: 95 } });
  const { id, outs } = await create(inputs());
  simulator.advance("2m");
  expect(backups()).toHaveLength(2);
  nextRun();
  await create(inputs({ adopt: outs.backupId, owner: "urn:pulumi:dev::shop::t::adopter" }));
  await remove(id, outs);
  expect(backups().map((backup) => backup.id)).toEqual([outs.backupId]);
});
