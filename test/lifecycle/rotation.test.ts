import { failureOf } from "../support/story";
import { known, present, rotationScene as scene } from "./rotation-scene";

test("the first up takes one backup; each change of triggers one more, and the oldest goes only then", async () => {
  const shop = scene();
  expect(await shop.release()).toBe("created");
  const { id, outputs } = shop.stated();
  expect(id).toBe(`${shop.instanceId}/${outputs.mark}`);
  expect(outputs).toMatchObject({ keep: 3, triggers: { release: 1 }, region: "eu-de", latest: outputs.backups[0] });
  expect(await shop.release({ triggers: { release: 1 } })).toBe("unchanged");
  for (const count of [2, 3, 3, 3]) {
    expect(await shop.release()).toBe("updated");
    expect(shop.members()).toHaveLength(count);
    expect(known(shop)).toEqual(present(shop));
  }
  const times = shop.members().map(({ createdAt }) => createdAt ?? "");
  expect(times).toEqual([...times].sort().reverse());
  expect(shop.stated().outputs.latest).toEqual(shop.members()[0]);
  expect(
    shop
      .orders()
      .slice(-2)
      .map((order) => order.split(" ")[0]),
  ).toEqual(["POST", "DELETE"]);
});

test("a member holds what a program wants to know of it, and the remark whose it is", async () => {
  const shop = scene();
  await shop.release({ description: "before a release" });
  const { mark } = shop.stated().outputs;
  const [member] = shop.members();
  expect(member).toEqual({
    backupId: shop.backups()[0]?.id,
    name: expect.stringMatching(/^backup_\d{14}$/) as string,
    createdAt: shop.backups()[0]?.createdAt,
    size: 880_232,
    status: "succeed",
    triggersHash: expect.stringMatching(/^[a-z0-9]{4}$/) as string,
    step: "000",
  });
  const remark = `before a release ${mark}-${member?.triggersHash ?? ""}-000`;
  expect(shop.backups()[0]?.remark).toBe(remark);
  await shop.release();
  expect(shop.members()[0]?.step).toBe("001");
});

test("the same triggers come again: one more backup is taken, with the same hash and another step", async () => {
  const shop = scene();
  for (const version of ["a", "b", "a"]) await shop.release({ triggers: [version] });
  const [third, second, first] = shop.members();
  expect(third?.triggersHash).toBe(first?.triggersHash);
  expect(second?.triggersHash).not.toBe(first?.triggersHash);
  expect(shop.backups()).toHaveLength(3);
});

test("without triggers there is the first one only", async () => {
  const shop = scene();
  expect(await shop.up({ keep: 2 })).toBe("created");
  expect(await shop.up({ keep: 2 })).toBe("unchanged");
  expect(shop.members()).toHaveLength(1);
});

test("a member that vanishes while the new one is waited for is not made up for by deleting another", async () => {
  const shop = scene({ pace: 60 });
  for (let count = 0; count < 3; count++) await shop.release();
  const [, middle] = shop.members();
  shop.clock.after(30_000, () => {
    shop.simulator.changeBackup(middle?.backupId ?? "", { delete: "drop" });
  });
  await shop.release();
  expect(shop.members()).toHaveLength(3);
  expect(known(shop)).toEqual(present(shop));
});

test("keep of 1 leaves the new one only, and the old one until the new one is there", async () => {
  const shop = scene({ pace: 60 });
  await shop.release({ keep: 1 });
  const [old] = shop.members();
  shop.simulator.fault({ match: { method: "DELETE" }, then: { answer: { status: 200 } } });
  await shop.release({ keep: 1 });
  const [kept, ...more] = shop.members();
  expect(more).toEqual([]);
  expect(kept?.backupId).not.toBe(old?.backupId);
  const deleted = shop.simulator.world().instances[0]?.backups.find(({ id }) => id === old?.backupId)?.deletedAt;
  const finished = Date.parse(kept?.createdAt ?? "") + 60_000;
  expect(Date.parse(deleted ?? "")).toBeGreaterThanOrEqual(finished);
});

test("of two steps within one second the later one is the newer", async () => {
  const shop = scene();
  await shop.up({ keep: 1, triggers: { release: 1 } });
  await shop.up({ keep: 1, triggers: { release: 2 } });
  expect(shop.stated().outputs.latest?.step).toBe("001");
  expect(shop.backups()).toHaveLength(1);
});

test("a lower keep deletes the oldest and takes nothing; a higher one does nothing but count", async () => {
  const shop = scene();
  for (let count = 0; count < 3; count++) await shop.release();
  const [newest] = shop.members();
  const triggers = { release: 3 };
  expect(await shop.up({ keep: 1, triggers })).toBe("updated");
  expect(shop.members()).toEqual([newest]);
  expect(present(shop)).toEqual([newest?.backupId]);
  expect(await shop.up({ keep: 9, triggers })).toBe("updated");
  expect(shop.members()).toHaveLength(1);
  expect(shop.orders().filter((order) => order.startsWith("POST"))).toHaveLength(3);
});

test("a new description counts for the next backup, and sends nothing now", async () => {
  const shop = scene();
  await shop.release({ description: "old" });
  expect(await shop.release({ description: "new", triggers: { release: 1 } })).toBe("updated");
  expect(shop.orders()).toHaveLength(1);
  await shop.release({ description: "new" });
  expect(shop.backups().map(({ remark }) => remark?.split(" ")[0])).toEqual(["old", "new"]);
});

test("destroy deletes all, oldest first, each with proof, and nothing of anybody else", async () => {
  const shop = scene();
  const other = await shop.create(shop.inputs());
  for (let count = 0; count < 3; count++) await shop.release();
  const oldestFirst = shop
    .members()
    .map(({ backupId }) => backupId)
    .reverse();
  const before = shop.simulator.journal().length;
  await shop.destroy();
  expect(shop.backups().map(({ id }) => id)).toEqual([other.outs.backupId]);
  const requests = shop.simulator.journal().slice(before);
  expect(requests.map(({ method }) => method)).toEqual(["DELETE", "GET", "DELETE", "GET", "DELETE", "GET", "GET"]);
  const deleted = requests.filter(({ method }) => method === "DELETE").map(({ path }) => path.split("/").at(-1));
  expect(deleted).toEqual(oldestFirst);
  expect(shop.said.at(-1)).toBe("deleted with all its backups (3): the instance lists none of them");
});

test("another instance begins a new rotation, and then the old members go", async () => {
  const shop = scene();
  for (let count = 0; count < 2; count++) await shop.release();
  const other = shop.simulator.card.instances[1]?.id ?? "";
  const { mark } = shop.stated().outputs;
  expect(await shop.release({ instanceId: other })).toBe("replaced");
  expect(shop.stated().outputs.mark).not.toBe(mark);
  expect(shop.members()).toHaveLength(1);
  const [old, anew] = shop.simulator.world().instances;
  expect(old?.backups.filter(({ deletedAt }) => !deletedAt)).toEqual([]);
  expect(anew?.backups.filter(({ deletedAt }) => !deletedAt)).toHaveLength(1);
});

test("a member that vanished is dropped at the refresh, and said; the next up takes none for it", async () => {
  const shop = scene();
  for (let count = 0; count < 3; count++) await shop.release();
  const gone = shop.members()[1];
  shop.simulator.changeBackup(gone?.backupId ?? "", { delete: "drop" });
  await shop.refresh();
  expect(known(shop)).toEqual(present(shop));
  expect(shop.members()).toHaveLength(2);
  expect(shop.said.at(-1)).toBe(`${gone?.name ?? ""} is gone: the instance no longer lists it`);
  expect(await shop.up({ keep: 3, triggers: { release: 3 } })).toBe("unchanged");
});

test("a member whose record says deleted or expired is dropped, too, and the last good one is the latest", async () => {
  const shop = scene();
  for (let count = 0; count < 3; count++) await shop.release();
  const [newest, middle, oldest] = shop.members();
  shop.simulator.changeBackup(newest?.backupId ?? "", { delete: "keep" });
  shop.simulator.changeBackup(middle?.backupId ?? "", { expire: true });
  await shop.refresh();
  expect(shop.members()).toEqual([oldest]);
  expect(shop.stated().outputs.latest).toEqual(oldest);
});

test("while there is no good one, there is no latest", async () => {
  const shop = scene();
  await shop.release();
  const [first] = shop.members();
  shop.simulator.change({ pace: 600 });
  await failureOf(shop.release({ timeouts: { create: "1m" } }));
  expect(shop.stated().outputs.latest).toEqual(first);
  shop.simulator.changeBackup(first?.backupId ?? "", { delete: "drop" });
  await shop.refresh();
  expect(shop.members()).toHaveLength(1);
  expect(shop.stated().outputs.latest).toBeUndefined();
});

test("where the last one is found to be gone in an update, another one is taken", async () => {
  const shop = scene();
  await shop.release();
  shop.simulator.changeBackup(shop.backups()[0]?.id ?? "", { delete: "drop" });
  expect(await shop.up({ keep: 2, triggers: { release: 1 } })).toBe("updated");
  expect(known(shop)).toEqual(present(shop));
  expect(shop.backups()).toHaveLength(1);
});

test("where none is left, the refresh drops the rotation, and the next up begins anew", async () => {
  const shop = scene();
  await shop.release();
  shop.simulator.changeBackup(shop.members()[0]?.backupId ?? "", { delete: "drop" });
  await shop.refresh();
  expect(shop.isStated()).toBe(false);
  expect(shop.said.at(-1)).toBe("gone: none of its backups is left");
  expect(await shop.release()).toBe("created");
  expect(known(shop)).toEqual(present(shop));
});

test("a rotation goes with its instance", async () => {
  const shop = scene();
  await shop.release();
  shop.simulator.deleteInstance(shop.instanceId);
  await shop.refresh();
  expect(shop.isStated()).toBe(false);
});
