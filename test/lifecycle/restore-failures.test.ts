import { failureOf } from "../support/story";
import { ORDER, restoreScene } from "./restore-scene";

test("a failed restore says why, is not in the state, and the next up tries again", async () => {
  const drill = await restoreScene();
  drill.clock.after(20_000, () => {
    drill.simulator.changeRestore(drill.restores()[0]?.id ?? "", { fail: "dcs.08.0007" });
  });
  const failure = await failureOf(drill.up());
  expect(failure).toMatchObject({ code: "restore-failed" });
  expect(failure.message).toMatch(
    /^Restore \S+ of backup \S+ into DCS instance \S+ failed: the data could not be synchronized \(dcs\.08\.0007\)\. What the instance holds now is not known: look at it\. Run pulumi up to restore again\.$/,
  );
  expect(drill.isStated()).toBe(false);
  await drill.up();
  expect(drill.content()).toBe("revision 7");
  expect(drill.orders()).toHaveLength(2);
});

test("a backup that DCS does not know is named, and how to see what there is", async () => {
  const drill = await restoreScene();
  const failure = await failureOf(drill.up({ backupId: "0d000000-0000-4000-8000-000000000000" }));
  expect(failure).toMatchObject({ code: "refused" });
  expect(failure.message).toContain("The backup record does not exist.");
  expect(failure.message).toMatch(
    /It was to restore backup 0d000000-0000-4000-8000-000000000000; pulumi-dcs-backup list --instance ID shows what an instance has\.$/,
  );
});

test("a wait that timed out keeps the ID, and the next up goes on waiting, also after a refresh", async () => {
  for (const refreshes of [false, true]) {
    const drill = await restoreScene({ restorePace: 600 });
    const failure = await failureOf(drill.up({ timeouts: { create: "1m" } }));
    expect(failure.message).toMatch(/^Waited 1 min for restore \S+ of backup \S+ into .* it is still "restoring"\./);
    if (refreshes) await drill.refresh();
    expect(await drill.up()).toBe("updated");
    expect(drill.stated().outputs.status).toBe("succeed");
    expect(drill.orders()).toHaveLength(1);
  }
});

test("one that fails while a later up waits for it is done again by the up after that", async () => {
  const drill = await restoreScene({ restorePace: 600 });
  await failureOf(drill.up({ timeouts: { create: "1m" } }));
  drill.simulator.changeRestore(drill.restores()[0]?.id ?? "", { fail: "dcs.08.0002" });
  const failure = await failureOf(drill.up());
  expect(failure.message).toContain("it took too long (dcs.08.0002)");
  expect(failure.message).toContain("The next pulumi up restores again.");
  expect(drill.stated().outputs.status).toBe("failed");
  expect(await drill.up()).toBe("replaced");
  expect(drill.content()).toBe("revision 7");
});

test("Ctrl-C during the wait keeps the ID, and says that DCS goes on", async () => {
  const drill = await restoreScene({ restorePace: 600 });
  drill.interruptAfter(30_000);
  const failure = await failureOf(drill.up());
  expect(failure.message).toContain(
    "as Pulumi was asked to stop; DCS goes on with it. The next pulumi up goes on waiting",
  );
  expect(drill.stated().outputs.restoreId).toBe(drill.restores()[0]?.id);
  await drill.destroy();
  expect(drill.said.at(-1)).toContain("; DCS goes on with the restore");
});

test.each([1, 2, 3, 4])("killed after request %i, the next up restores once in all", async (requests) => {
  const drill = await restoreScene();
  await drill.killedUp(requests);
  expect(drill.isStated()).toBe(false);
  expect(await drill.up()).toBe("created");
  expect(drill.restores()).toHaveLength(1);
  expect(drill.stated().outputs).toMatchObject({ restoreId: drill.restores()[0]?.id, status: "succeed" });
});

test("killed, and the next up only when the restore is done: it is not done again", async () => {
  const drill = await restoreScene();
  await drill.killedUp(2);
  drill.simulator.advance("5m");
  await drill.up();
  expect(drill.orders()).toHaveLength(1);
});

test.each([
  ["the connection is cut after the effect", { reset: "after" }],
  ["a gateway gives up after the effect", { answer: { status: 504, code: "APIGW.0201", when: "after" } }],
  ["the effect comes half a minute later", { late: 30, as: "504" }],
] as const)("a lost answer is found by its mark: %s", async (_case, then) => {
  const drill = await restoreScene();
  drill.simulator.fault({ match: ORDER, then });
  await drill.up();
  expect(drill.restores()).toHaveLength(1);
  expect(drill.orders()).toHaveLength(1);
});

test("an order without effect for a minute is not sent again by itself: it might come late, after the next one", async () => {
  const drill = await restoreScene();
  drill.simulator.fault({ match: ORDER, then: { reset: "before" } });
  const began = drill.clock.now();
  const failure = await failureOf(drill.up());
  expect(failure).toMatchObject({ code: "answer-lost" });
  expect(failure.message).toContain("The next pulumi up looks for it, too, before it restores.");
  expect(drill.clock.now() - began).toBeGreaterThanOrEqual(60_000);
  expect(drill.orders()).toHaveLength(1);
  expect(await drill.up()).toBe("created");
  expect(drill.restores()).toHaveLength(1);
});

test("where nothing can be seen after a lost answer, the error says so and names the mark", async () => {
  const drill = await restoreScene();
  drill.simulator.fault({ match: ORDER, then: { reset: "after" } });
  drill.simulator.fault({
    match: { method: "GET" },
    after: 1,
    times: 10_000,
    then: { answer: { code: "APIGW.0302" } },
  });
  const failure = await failureOf(drill.up());
  expect(failure).toMatchObject({ code: "answer-lost" });
  expect(failure.message).toMatch(/Whether the restore has begun could not be seen: look for the remark "pulumi-\S+"/);
});

test("a busy instance is waited for; where it is busy with the restore of a killed run, that is the one", async () => {
  // The effect of the killed run's order comes late, and its record is listed later still.
  const drill = await restoreScene({ listingLag: 20 });
  drill.simulator.fault({ match: ORDER, then: { late: 5 } });
  await drill.killedUp(2);
  drill.simulator.advance("6s");
  expect(drill.restores()).toHaveLength(1);
  expect(await drill.up()).toBe("created");
  expect(drill.restores()).toHaveLength(1);
});

test("a backup of somebody else that runs is waited for, and said", async () => {
  const drill = await restoreScene();
  drill.simulator.change({ pace: 90 });
  const { client } = await drill.clock.run(drill.connect({}));
  const patience = { clock: drill.clock, deadline: drill.clock.now() + 1e6, signal: new AbortController().signal };
  await drill.clock.run(client.createBackup(drill.target, { remark: "by hand" }, patience));
  await drill.up();
  expect(drill.said).toContainEqual(expect.stringMatching(/^waiting in line: a backup of the instance is running/));
  expect(drill.content()).toBe("revision 7");
});

test("a backup that is being restored is not deleted meanwhile: the deletion waits", async () => {
  const drill = await restoreScene({ restorePace: 120 });
  const restoring = drill.up();
  const { id, outs } = drill.backup;
  const deleting = (async () => {
    await drill.clock.sleep(10_000);
    const signal = new AbortController().signal;
    await drill.behaviour.delete(id, { ...outs }, signal);
    return drill.clock.now();
  })();
  const began = drill.clock.now();
  await restoring;
  expect(await drill.clock.run(deleting)).toBeGreaterThanOrEqual(began + 120_000);
  expect(drill.said).toContainEqual(
    expect.stringMatching(/^waiting in line to delete: a restore of the instance is running/),
  );
  expect(drill.content()).toBe("revision 7");
  expect(drill.backups()).toEqual([]);
});

test("a backup that is gone or not finished cannot be restored, and the error says so", async () => {
  const drill = await restoreScene();
  const missing = await failureOf(drill.up({ backupId: "00000000-0000-4000-8000-000000000000" }));
  expect(missing.message).toMatch(/^Could not restore backup 0{8}-\S+ into DCS instance \S+ at .*not there/);
  expect(missing["id"]).toBeUndefined();
  drill.simulator.changeBackup(drill.backup.outs.backupId, { fail: "dcs.08.0002" });
  expect((await failureOf(drill.up())).message).toContain("the backup to restore has not succeeded");
});

test("a restore that is not listed any more while it is waited for is an error that restores nothing by itself", async () => {
  const drill = await restoreScene({ restorePace: 600 });
  await failureOf(drill.up({ timeouts: { create: "1m" } }));
  drill.simulator.deleteInstance(drill.target);
  const failure = await failureOf(drill.up());
  expect(failure.message).toContain("what became of it cannot be told");
  expect(drill.isStated()).toBe(true);
  expect(drill.orders()).toHaveLength(1);
});

test("a status that nobody has heard of is an error that names the known ones, with the ID kept", async () => {
  const drill = await restoreScene();
  drill.clock.after(20_000, () => {
    drill.simulator.changeRestore(drill.restores()[0]?.id ?? "", { status: "pondering" });
  });
  const failure = await failureOf(drill.up());
  expect(failure.message).toMatch(
    /^Restore \S+ has the status "pondering", .*\(it knows waiting, restoring, succeed, failed\)/,
  );
  expect(drill.stated().outputs.status).toBe("pondering");
  drill.simulator.changeRestore(drill.restores()[0]?.id ?? "", { status: null });
  await drill.refresh();
  expect(await drill.up()).toBe("updated");
  expect(drill.orders()).toHaveLength(1);
});

test("one that fails before it is first seen after a lost answer is told as failed", async () => {
  const drill = await restoreScene();
  drill.simulator.fault({ match: ORDER, then: { reset: "after" } });
  drill.clock.after(500, () => {
    drill.simulator.changeRestore(drill.restores()[0]?.id ?? "", { fail: "dcs.08.0007" });
  });
  const failure = await failureOf(drill.up());
  expect(failure).toMatchObject({ code: "restore-failed" });
  expect(failure.message).toContain("(dcs.08.0007)");
  drill.simulator.fault({ match: ORDER, then: { reset: "after" } });
  expect(await drill.up()).toBe("created");
  expect(drill.orders()).toHaveLength(2);
});
