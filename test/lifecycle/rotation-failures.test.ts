import { failureOf } from "../support/story";
import { grown, known, posts, present, rotationScene } from "./rotation-scene";

const POST = { method: "POST", path: "/backups" };
const DELETE = { method: "DELETE" };

test("a step whose POST is refused changes nothing, and the old ones stay", async () => {
  const shop = await grown(3);
  const before = shop.stated();
  shop.simulator.fault({ match: POST, then: { answer: { code: "DCS.3003" } } });
  const failure = await failureOf(shop.release());
  expect(failure).toMatchObject({ code: "not-allowed" });
  expect(shop.stated()).toEqual(before);
  expect(present(shop)).toHaveLength(3);
  await shop.up({ keep: 3, triggers: { release: 4 } });
  expect(shop.members()).toHaveLength(3);
  expect(known(shop)).toEqual(present(shop));
});

test("a step whose answer is lost finds its backup by the mark, and takes no second one", async () => {
  const shop = await grown(3);
  shop.simulator.fault({ match: POST, then: { reset: "after" } });
  await shop.release();
  expect(posts(shop)).toBe(4);
  expect(shop.members()).toHaveLength(3);
  expect(known(shop)).toEqual(present(shop));
});

test("a lost answer of the same triggers as before does not take the older backup for the new one", async () => {
  const shop = await grown(0);
  for (const version of ["a", "b"]) await shop.release({ triggers: [version] });
  shop.simulator.fault({ match: POST, then: { reset: "before" } });
  await shop.release({ triggers: ["a"] });
  expect(shop.backups()).toHaveLength(3);
  expect(known(shop)).toEqual(present(shop));
});

test("a create that has had an effect after its repeat leaves no second one of the same step", async () => {
  const shop = await grown(1, { pace: 20 });
  shop.simulator.fault({ match: POST, then: { late: 95 } });
  await shop.release();
  shop.simulator.advance("5m");
  expect(shop.backups()).toHaveLength(3);
  await shop.refresh();
  expect(await shop.up({ keep: 3, triggers: { release: 2 } })).toBe("updated");
  expect(shop.members()).toHaveLength(2);
  expect(known(shop)).toEqual(present(shop));
});

test("a wait that timed out keeps the new ID and all old ones; the next up goes on, and only then deletes", async () => {
  const shop = await grown(3);
  const triggers = shop.stated().outputs.triggers;
  shop.simulator.change({ pace: 600 });
  const failure = await failureOf(shop.release({ timeouts: { create: "1m" } }));
  expect(failure.message).toMatch(/^Waited 1 min for backup \S+ of DCS instance \S+, and it is still "backuping"/);
  expect(shop.members().map(({ status }) => status)).toEqual(["backuping", "succeed", "succeed", "succeed"]);
  expect(shop.stated().outputs).toMatchObject({ triggers, latest: shop.members()[1], keep: 3 });
  const [running] = shop.members();
  expect(await shop.up({ keep: 3, triggers: { release: 4 } })).toBe("updated");
  expect(posts(shop)).toBe(4);
  expect(shop.stated().outputs).toMatchObject({ triggers: { release: 4 }, latest: { backupId: running?.backupId } });
  expect(shop.members()).toHaveLength(3);
  expect(known(shop)).toEqual(present(shop));
});

test("a refresh after a wait that timed out forgets nothing of the step", async () => {
  const shop = await grown(3);
  shop.simulator.change({ pace: 600 });
  await failureOf(shop.release({ timeouts: { create: "1m" } }));
  await shop.refresh();
  expect(await shop.up({ keep: 3, triggers: { release: 4 } })).toBe("updated");
  expect(posts(shop)).toBe(4);
  expect(shop.members()).toHaveLength(3);
});

test("a first step that timed out is continued by the next up, also after a refresh", async () => {
  for (const refreshes of [false, true]) {
    const shop = rotationScene({ pace: 600 });
    const args = { keep: 2, triggers: { release: 1 } };
    const failure = await failureOf(shop.up({ ...args, timeouts: { create: "1m" } }));
    expect(failure["id"]).toBe(shop.stated().id);
    expect(Object.keys(shop.stated().outputs)).not.toEqual(expect.arrayContaining(["keep"]));
    expect(Object.keys(shop.stated().outputs)).not.toEqual(expect.arrayContaining(["triggers"]));
    if (refreshes) await shop.refresh();
    expect(await shop.up(args)).toBe("updated");
    expect(posts(shop)).toBe(1);
    expect(shop.stated().outputs).toMatchObject({ ...args, steps: 1, latest: { status: "succeed" } });
    expect(await shop.up(args)).toBe("unchanged");
  }
});

test("after a wait that timed out, other triggers wait for the running one first, and count it", async () => {
  const shop = await grown(3);
  shop.simulator.change({ pace: 600 });
  await failureOf(shop.release({ timeouts: { create: "1m" } }));
  expect(await shop.release()).toBe("updated");
  expect(shop.members().map(({ step }) => step)).toEqual(["003", "003", "002"]);
  expect(known(shop)).toEqual(present(shop));
  await shop.release();
  expect(shop.members()[0]?.step).toBe("004");
});

test("where the third of five deletions fails, the state holds what is left, and the next up deletes the rest", async () => {
  const shop = await grown(0);
  for (let count = 0; count < 6; count++) await shop.release({ keep: 9 });
  const all = shop.members().map(({ backupId }) => backupId);
  shop.simulator.fault({ match: DELETE, after: 2, times: 1_000, then: { answer: { code: "DCS.3003" } } });
  const failure = await failureOf(shop.up({ keep: 1, triggers: { release: 6 } }));
  expect(failure.message).toContain("The backup is still listed by instance");
  expect(shop.members().map(({ backupId }) => backupId)).toEqual(all.slice(0, 4));
  expect(known(shop)).toEqual(present(shop));
  expect(shop.stated().outputs.keep).toBe(9);
  shop.simulator.clearFaults();
  expect(await shop.up({ keep: 1, triggers: { release: 6 } })).toBe("updated");
  expect(present(shop)).toEqual([all[0]]);
  expect(posts(shop)).toBe(6);
});

test("where a deletion of a step fails, the triggers stay as they were, and the next up takes no second one", async () => {
  for (const refreshes of [false, true]) {
    const shop = await grown(3);
    shop.simulator.fault({ match: DELETE, times: 1_000, then: { answer: { code: "DCS.3003" } } });
    await failureOf(shop.release());
    expect(shop.stated().outputs.triggers).toEqual({ release: 3 });
    expect(shop.members()).toHaveLength(4);
    shop.simulator.clearFaults();
    if (refreshes) await shop.refresh();
    expect(await shop.up({ keep: 3, triggers: { release: 4 } })).toBe("updated");
    expect(posts(shop)).toBe(4);
    expect(shop.members()).toHaveLength(3);
    expect(known(shop)).toEqual(present(shop));
  }
});

test("Ctrl-C during the wait of a step keeps every ID; the next up continues it", async () => {
  const shop = await grown(3);
  shop.simulator.change({ pace: 600 });
  shop.interruptAfter(100_000);
  const failure = await failureOf(shop.release());
  expect(failure.message).toContain("as Pulumi was asked to stop. The next pulumi up goes on waiting");
  expect(known(shop)).toEqual(present(shop));
  expect(shop.members()).toHaveLength(4);
  shop.nextRun();
  await shop.up({ keep: 3, triggers: { release: 4 } });
  expect(posts(shop)).toBe(4);
  expect(shop.members()).toHaveLength(3);
});

test("Ctrl-C before anything was sent says that nothing was made, and the state is as it was", async () => {
  const shop = await grown(1);
  const before = shop.stated();
  shop.interruptAfter(0);
  await shop.clock.run(shop.clock.sleep(1));
  expect(await failureOf(shop.release())).toMatchObject({ code: "interrupted" });
  expect(shop.stated()).toEqual(before);
  expect(posts(shop)).toBe(1);
});

test("a member that was never listed is waited for, by a refresh, an update and a destroy", async () => {
  const shop = await grown(1);
  shop.simulator.change({ listingLag: 100, pace: 30 });
  await failureOf(shop.release({ timeouts: { create: "10s" } }));
  expect(shop.members()[0]).toMatchObject({ requestedAt: expect.any(String) as string });
  await shop.refresh();
  expect(shop.members()).toHaveLength(2);
  expect(shop.members()[0]?.requestedAt).toBeUndefined();
  await failureOf(shop.release({ timeouts: { create: "10s" } }));
  await shop.destroy();
  expect(shop.backups()).toEqual([]);
});

test("a backup that somebody made later with a copied remark is not the rotation's, and stays", async () => {
  const shop = await grown(2);
  const { client } = await shop.clock.run(shop.connect({}));
  const patience = { clock: shop.clock, deadline: shop.clock.now() + 1e9, signal: new AbortController().signal };
  const remark = shop.backups()[0]?.remark ?? "";
  shop.simulator.advance("24h");
  const copied = await shop.clock.run(client.createBackup(shop.instanceId, { remark }, patience));
  await shop.refresh();
  expect(known(shop)).not.toContain(copied);
  await shop.release({ keep: 1 });
  await shop.destroy();
  expect(present(shop)).toEqual([copied]);
});
