import type { FaultSpec } from "../../simulator/index";
import { failureOf, story } from "../support/story";

const DELETE = { method: "DELETE" };

/** A story with a finished backup in it. */
async function withBackup(options: Parameters<typeof story>[0] = {}) {
  const told = story({ pace: 0, ...options });
  const { id, outs } = await told.create(told.inputs());
  return { ...told, id, outs };
}

test("a deletion that goes on after its answer is waited for", async () => {
  const { clock, id, outs, remove, backups } = await withBackup({ deletionTakes: 300 });
  const began = clock.now();
  await remove(id, outs);
  expect(clock.now() - began).toBeGreaterThanOrEqual(300_000);
  expect(backups()).toEqual([]);
});

test("a deletion that is accepted and has no effect is asked for again, and ends in an error at the deadline", async () => {
  const { id, outs, remove, requests } = await withBackup({ deletionTakes: 100_000 });
  const failure = await failureOf(remove(id, { ...outs, timeouts: { delete: "10m" } }));
  expect(failure).toMatchObject({ code: "deadline" });
  expect(failure.message).toMatch(/is not gone 10 min after the order to delete it\. It stays in the state;/);
  expect(requests().filter((request) => request.startsWith("DELETE")).length).toBeGreaterThan(3);
});

test.each([
  ["a reset before the effect", { reset: "before" }],
  ["a reset after the effect", { reset: "after" }],
  ["a storage failure that clears up", { answer: { code: "DCS.4101" } }],
  ["a gateway that gives up", { answer: { status: 504, code: "APIGW.0201", when: "after" } }],
  ["throttling with a wish", { throttle: { retryAfter: 20 } }],
  ["throttling without", { throttle: {} }],
  ["a page of HTML", { html: 502 }],
  ["an instance that is busy for a moment", { answer: { code: "DCS.4097" } }],
  ["an empty answer", { empty: true }],
  ["a refused token", { unauthorized: true }],
] as const)("%s does not keep a deletion from its end", async (_case, then) => {
  const { simulator, id, outs, remove, backups } = await withBackup();
  simulator.fault({ match: DELETE, then });
  await remove(id, outs).catch((error: unknown) => {
    // Access keys cannot be renewed: their refusal is final, and the state keeps the resource.
    expect([then, error]).toMatchObject([{ unauthorized: true }, { code: "credentials-refused" }]);
  });
  if (!("unauthorized" in then)) expect(backups()).toEqual([]);
});

test("five minutes of throttling are borne", async () => {
  const { clock, simulator, id, outs, remove, backups } = await withBackup();
  simulator.fault({ match: DELETE, times: 10_000, then: { throttle: {} } });
  clock.after(300_000, () => {
    simulator.clearFaults();
  });
  await remove(id, outs);
  expect(backups()).toEqual([]);
});

describe("what proves nothing keeps the state", () => {
  test.each<[string, FaultSpec["then"]]>([
    ["a gateway's 404", { answer: { status: 404, code: "APIGW.0101" } }],
    ["a page of HTML", { html: 404 }],
    ["a bare 404", { answer: { status: 404 } }],
    ["a torn list", { torn: true }],
    ["an empty answer", { empty: true }],
    [
      "a list that is empty and claims rows",
      { answer: { status: 200, body: { backup_record_response: [], total_num: 3 } } },
    ],
    ["another object", { answer: { status: 200, body: { instances: [] } } }],
    ["a refusal", { answer: { code: "DCS.3003" } }],
    ["a failure that stays", { answer: { code: "DCS.5078" } }],
  ])("%s instead of the list", async (_case, then) => {
    const { simulator, id, outs, remove, backups } = await withBackup();
    simulator.fault({ match: DELETE, times: 1_000, then: { answer: { status: 503 } } });
    simulator.fault({ match: { method: "GET" }, times: 1_000, then });
    const failure = await failureOf(remove(id, outs));
    expect(failure.message).toContain(
      "so it stays in the state. To make Pulumi forget it without deleting it: pulumi state delete 'urn:pulumi:dev::shop::",
    );
    expect(backups()).toHaveLength(1);
  });
});

test("DCS's own word that the instance is unknown is not believed while its list of instances holds it", async () => {
  const { simulator, id, outs, remove } = await withBackup();
  simulator.fault({ match: { path: "/backups" }, times: 1_000, then: { answer: { code: "DCS.3022" } } });
  const failure = await failureOf(remove(id, outs));
  expect(failure).toMatchObject({ code: "instance-unknown" });
  expect(failure.message).toContain("so it stays in the state");
});

test("a list that is torn once is read again", async () => {
  const { simulator, id, outs, remove, backups } = await withBackup();
  const body = { backup_record_response: [], total_num: 3 };
  simulator.fault({ match: { method: "GET" }, then: { answer: { status: 200, body } } });
  await remove(id, outs);
  expect(backups()).toEqual([]);
});

test("a service that cannot be reached ends a deletion soon, not at the deadline", async () => {
  const { clock, simulator, id, outs, remove } = await withBackup();
  simulator.fault({ match: {}, times: 1_000, then: { answer: { status: 503 } } });
  const began = clock.now();
  expect(await failureOf(remove(id, outs))).toMatchObject({ code: "service-failure" });
  expect(clock.now() - began).toBeLessThan(600_000);
});

test("a service that cannot be reached after it took the order is waited for", async () => {
  const { clock, simulator, id, outs, remove, backups } = await withBackup();
  simulator.fault({ match: { method: "GET" }, times: 1_000, then: { answer: { status: 503 } } });
  clock.after(1_200_000, () => {
    simulator.clearFaults();
  });
  await remove(id, outs);
  expect(backups()).toEqual([]);
});

test("once a deletion was accepted, a later refusal of the same does not end it", async () => {
  const { simulator, id, outs, remove, backups } = await withBackup({ deletionTakes: 300 });
  simulator.fault({ match: DELETE, after: 1, times: 100, then: { answer: { code: "DCS.4031" } } });
  await remove(id, outs);
  expect(backups()).toEqual([]);
});

test("once a deletion was accepted, a later refusal for want of rights ends it all the same", async () => {
  const { clock, simulator, id, outs, remove } = await withBackup({ deletionTakes: 100_000 });
  simulator.fault({ match: DELETE, after: 1, times: 1_000, then: { answer: { code: "DCS.3003" } } });
  const began = clock.now();
  expect(await failureOf(remove(id, outs))).toMatchObject({ code: "not-allowed" });
  expect(clock.now() - began).toBeLessThan(300_000);
});

test("a backup that is gone while its instance is busy is seen to be gone at once", async () => {
  const { clock, simulator, id, outs, instanceId, remove } = await withBackup();
  simulator.changeBackup(outs.backupId, { delete: "drop" });
  simulator.changeInstance(instanceId, { task: "RESTORING" });
  simulator.fault({ match: DELETE, times: 1_000, then: { answer: { code: "DCS.4097" } } });
  const began = clock.now();
  await remove(id, outs);
  expect(clock.now() - began).toBeLessThan(1_000);
});

test("a long throttling is one line on the row, not one for each attempt", async () => {
  const { clock, simulator, id, outs, remove, said } = await withBackup();
  simulator.fault({ match: DELETE, times: 10_000, then: { throttle: {} } });
  clock.after(240_000, () => {
    simulator.clearFaults();
  });
  await remove(id, outs);
  expect(said.filter((text) => text === "trying again to delete: too many requests")).toHaveLength(1);
});

test("a refused deletion of a backup that is still listed ends at once, with what DCS said", async () => {
  const { simulator, id, outs, remove, requests } = await withBackup();
  simulator.fault({ match: DELETE, times: 1_000, then: { answer: { code: "DCS.3003" } } });
  const failure = await failureOf(remove(id, outs));
  expect(failure).toMatchObject({ code: "not-allowed" });
  expect(failure.message).toMatch(
    /the role lacks the permission \(HTTP 403, .+\)\..+still listed by instance \S+, so it stays in the state\./,
  );
  expect(requests().slice(2)).toEqual([
    "DELETE /v1.0/*/instances/*/backups/* 403",
    "GET /v1.0/*/instances/*/backups 200",
  ]);
});

test("an expired record that DCS does not let us delete is no reason to keep the resource, but a missing permission is", async () => {
  const first = await withBackup();
  first.simulator.changeBackup(first.outs.backupId, { expire: true });
  first.simulator.fault({ match: DELETE, times: 9, then: { answer: { code: "DCS.4957" } } });
  await first.remove(first.id, first.outs);
  expect(first.said.at(-1)).toBe("expired: DCS has removed the file, and keeps the record");
  const second = await withBackup();
  second.simulator.changeBackup(second.outs.backupId, { expire: true });
  second.simulator.fault({ match: DELETE, times: 9, then: { answer: { code: "DCS.3003" } } });
  expect(await failureOf(second.remove(second.id, second.outs))).toMatchObject({ code: "not-allowed" });
});

test.each(["busy", "state", "accept"] as const)(
  "a running backup is deleted, where DCS answers %s",
  async (deleteOfRunning) => {
    const { simulator, inputs, create, remove, backups } = story({ pace: 600, deleteOfRunning });
    const failure = await failureOf(create(inputs({ timeouts: { create: "1m" } })));
    await remove(String(failure["id"]), failure["outputs"] as object);
    expect(backups()).toEqual([]);
    expect(simulator.world().instances[0]?.task).toBeNull();
  },
);

test("a running backup is waited for, whatever an unlisted refusal says", async () => {
  const { clock, simulator, inputs, create, remove, backups } = story({ pace: 600 });
  const failure = await failureOf(create(inputs({ timeouts: { create: "1m" } })));
  simulator.fault({ match: DELETE, times: 10_000, then: { answer: { code: "DCS.4957" } } });
  clock.after(500_000, () => {
    simulator.clearFaults();
  });
  await remove(String(failure["id"]), failure["outputs"] as object);
  expect(backups()).toEqual([]);
});

test("deleted twice, by two answers to one deletion, is deleted once and well", async () => {
  for (const deleteOfMissing of ["gone", "not-found", "storage", "accept"] as const) {
    const { id, outs, remove } = await withBackup({ deleteOfMissing });
    await remove(id, outs);
    await remove(id, outs);
  }
});

test("Ctrl-C during a deletion ends it at once, with the state kept", async () => {
  const { clock, stop, id, outs, remove } = await withBackup({ deletionTakes: 600 });
  const began = clock.now();
  clock.after(30_000, () => {
    stop.abort();
  });
  const failure = await failureOf(remove(id, outs));
  expect(failure).toMatchObject({ code: "interrupted" });
  expect(clock.now() - began).toBe(30_000);
  expect(failure.message).toMatch(/^Stopped deleting backup \S+ of DCS instance \S+, as Pulumi was asked to stop\./);
});

test("absence on a list of several pages needs two readings that agree", async () => {
  const { simulator, inputs, create, remove, requests } = story({ pace: 0, limitCap: 10 });
  const made = [];
  for (let count = 0; count < 15; count++) made.push(await create(inputs()));
  const [first] = made;
  if (!first) throw new Error("There should be backups.");
  const sent = requests().length;
  await remove(first.id, first.outs);
  const looks = requests()
    .slice(sent)
    .filter((request) => request.startsWith("GET"));
  expect(looks).toHaveLength(4);
  expect(simulator.world().instances[0]?.backups.filter(({ deletedAt }) => !deletedAt)).toHaveLength(14);
});

test("a backup that its deletion has seen is not late any more: its absence counts at once", async () => {
  const { clock, inputs, create, remove } = story({ pace: 70 });
  const began = clock.now();
  const failure = await failureOf(create(inputs({ timeouts: { create: "1m" } })));
  const outputs = { ...(failure["outputs"] as object), listed: false };
  await remove(String(failure["id"]), outputs);
  expect(clock.now() - began).toBeLessThan(100_000);
});
