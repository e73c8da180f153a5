import { failureOf } from "../support/story";
import { grown, known, posts, present } from "./rotation-scene";

const POST = { method: "POST", path: "/backups" };
const DELETE = { method: "DELETE" };
const NEXT = { keep: 3, triggers: { release: 4 } };

test("a new backup that fails is removed again, the error says why, and no old one is deleted", async () => {
  const shop = await grown(3);
  const before = present(shop);
  shop.simulator.change({ pace: 60 });
  shop.clock.after(20_000, () => {
    shop.simulator.changeBackup(shop.backups().at(-1)?.id ?? "", { fail: "dcs.08.0002" });
  });
  const failure = await failureOf(shop.release());
  expect(failure).toMatchObject({ code: "backup-failed" });
  expect(failure.message).toContain("failed: it took too long (dcs.08.0002). Its record was removed.");
  expect(present(shop)).toEqual(before);
  expect(known(shop)).toEqual(before);
  expect(await shop.up({ keep: 3, triggers: { release: 4 } })).toBe("updated");
  expect(known(shop)).toEqual(present(shop));
});

test("a failed record that cannot be removed stays in the state, and goes with the next step", async () => {
  const shop = await grown(3);
  shop.simulator.change({ pace: 60 });
  shop.simulator.fault({ match: DELETE, times: 1_000, then: { answer: { code: "DCS.3003" } } });
  shop.clock.after(20_000, () => {
    shop.simulator.changeBackup(shop.backups().at(-1)?.id ?? "", { fail: "dcs.08.0002" });
  });
  const failure = await failureOf(shop.release());
  expect(failure.message).toContain("Its record could not be removed");
  expect(shop.members().map(({ status }) => status)).toEqual(["failed", "succeed", "succeed", "succeed"]);
  shop.simulator.clearFaults();
  await shop.refresh();
  expect(await shop.up({ keep: 3, triggers: { release: 4 } })).toBe("updated");
  expect(shop.members().map(({ status }) => status)).toEqual(["succeed", "succeed", "succeed"]);
  expect(known(shop)).toEqual(present(shop));
});

test("one that a later up waits for, and that fails then, is removed and not in the state any more", async () => {
  const shop = await grown(3);
  shop.simulator.change({ pace: 600 });
  await failureOf(shop.release({ timeouts: { create: "1m" } }));
  const running = shop.members()[0]?.backupId ?? "";
  shop.clock.after(30_000, () => {
    shop.simulator.changeBackup(running, { fail: "dcs.08.0002" });
  });
  expect(await failureOf(shop.up(NEXT))).toMatchObject({ reasons: [expect.stringContaining("it took too long")] });
  expect(shop.members()).toHaveLength(3);
  expect(known(shop)).toEqual(present(shop));
  shop.simulator.change({ pace: 0 });
  expect(await shop.up(NEXT)).toBe("updated");
  expect(posts(shop)).toBe(5);
});

test("one that has failed between two runs is told, and the next up takes another one and removes the record", async () => {
  const shop = await grown(3);
  shop.simulator.change({ pace: 600 });
  await failureOf(shop.release({ timeouts: { create: "1m" } }));
  shop.simulator.changeBackup(shop.members()[0]?.backupId ?? "", { fail: "dcs.08.0005" });
  await shop.refresh();
  expect(shop.said.at(-1)).toMatch(
    /^backup_\d+ has failed: the storage bucket could not be created \(dcs\.08\.0005\)$/,
  );
  shop.simulator.change({ pace: 0 });
  expect(await shop.up(NEXT)).toBe("updated");
  expect(shop.members().map(({ status }) => status)).toEqual(["succeed", "succeed", "succeed"]);
  expect(known(shop)).toEqual(present(shop));
});

test("one of a step that was given up, and that fails, is removed and does not keep the next step", async () => {
  const shop = await grown(3);
  shop.simulator.change({ pace: 600 });
  await failureOf(shop.release({ timeouts: { create: "1m" } }));
  const running = shop.members()[0]?.backupId ?? "";
  shop.simulator.change({ pace: 0 });
  shop.clock.after(30_000, () => {
    shop.simulator.changeBackup(running, { fail: "dcs.08.0002" });
  });
  expect(await shop.release()).toBe("updated");
  expect(shop.said).toContainEqual(expect.stringMatching(/of a step that was given up, has failed/));
  expect(shop.stated().outputs.triggers).toEqual({ release: 5 });
  expect(known(shop)).toEqual(present(shop));
});

test("a lost answer does not find the record of one that was removed before, where DCS keeps the row", async () => {
  const shop = await grown(3, { deletedRows: "kept" });
  shop.simulator.change({ pace: 60 });
  shop.clock.after(20_000, () => {
    shop.simulator.changeBackup(shop.backups().at(-1)?.id ?? "", { fail: "dcs.08.0002" });
  });
  await failureOf(shop.release());
  shop.simulator.change({ pace: 0 });
  shop.simulator.fault({ match: POST, then: { reset: "before" } });
  expect(await shop.up(NEXT)).toBe("updated");
  expect(shop.members().map(({ status }) => status)).toEqual(["succeed", "succeed", "succeed"]);
  expect(posts(shop)).toBe(6);
});

test("a lost answer does not find the record of a failed one that could not be removed", async () => {
  const shop = await grown(3);
  shop.simulator.change({ pace: 60 });
  shop.simulator.fault({ match: DELETE, times: 1_000, then: { answer: { code: "DCS.3003" } } });
  shop.clock.after(20_000, () => {
    shop.simulator.changeBackup(shop.backups().at(-1)?.id ?? "", { fail: "dcs.08.0002" });
  });
  await failureOf(shop.release());
  shop.simulator.clearFaults();
  shop.simulator.change({ pace: 0 });
  shop.simulator.fault({ match: POST, then: { reset: "before" } });
  expect(await shop.up(NEXT)).toBe("updated");
  expect(shop.members().map(({ status }) => status)).toEqual(["succeed", "succeed", "succeed"]);
  expect(known(shop)).toEqual(present(shop));
});
