import { failureOf } from "../support/story";
import { warningOf } from "../../provider/cli/print-backups";
import { foundBackup } from "../../provider/lookups/found-backup";
import { readBackups } from "../../provider/dcs/absence";
import { grown, known, present, rotationScene } from "./rotation-scene";

const POST = { method: "POST", path: "/backups" };

test("a first backup of which nothing can be seen keeps the rotation, and is found by its mark later", async () => {
  const shop = rotationScene();
  shop.simulator.fault({ match: POST, then: { reset: "after" } });
  shop.simulator.fault({ match: { method: "GET" }, after: 1, times: 10_000, then: { answer: { code: "APIGW.0302" } } });
  const failure = await failureOf(shop.release());
  expect(failure.message).toContain("Whether a backup was made could not be seen");
  expect(shop.stated()).toMatchObject({ partial: true, outputs: { backups: [], steps: 0 } });
  shop.simulator.clearFaults();
  expect(await shop.up({ keep: 3, triggers: { release: 1 } })).toBe("updated");
  expect(known(shop)).toEqual(present(shop));
  expect(shop.backups()).toHaveLength(1);
});

/** A first order without an answer, whose effect comes when the run has given up. */
async function lateFirst() {
  const shop = rotationScene();
  shop.simulator.fault({ match: POST, then: { late: 40 } });
  shop.interruptAfter(5_000);
  await failureOf(shop.release());
  expect(shop.stated()).toMatchObject({ partial: true, outputs: { backups: [], steps: 0 } });
  expect(shop.backups()).toEqual([]);
  return shop;
}

test("a refresh does not drop a rotation whose first backup may be late", async () => {
  const shop = await lateFirst();
  shop.nextRun();
  await shop.refresh();
  expect(shop.stated()).toMatchObject({ outputs: { backups: [], steps: 0 } });
});

test("a destroy waits for a first backup that may be late, and deletes it", async () => {
  const shop = await lateFirst();
  shop.nextRun();
  await shop.destroy();
  expect(shop.backups()).toEqual([]);
  expect(shop.requests().filter((request) => request.startsWith("DELETE"))).toHaveLength(1);
});

test("a first POST that is refused leaves nothing in the state", async () => {
  const shop = rotationScene();
  await failureOf(shop.up({ instanceId: shop.singleNodeId, keep: 3 }));
  expect(shop.isStated()).toBe(false);
});

test("a status that nobody has heard of is waited for again, and no second one is taken", async () => {
  const shop = rotationScene({ pace: 60 });
  shop.clock.after(20_000, () => {
    shop.simulator.changeBackup(shop.backups()[0]?.id ?? "", { status: "pondering" });
  });
  expect((await failureOf(shop.release())).message).toContain('has the status "pondering"');
  expect((await failureOf(shop.up({ keep: 3, triggers: { release: 1 } }))).message).toContain("pondering");
  expect(shop.backups()).toHaveLength(1);
  shop.simulator.changeBackup(shop.backups()[0]?.id ?? "", { status: null });
  await shop.up({ keep: 3, triggers: { release: 1 } });
  expect(shop.backups()).toHaveLength(1);
});

test("a member that a Backup of the same run has adopted is not deleted with its rotation", async () => {
  const shop = rotationScene();
  for (let count = 0; count < 2; count++) await shop.release();
  const [newest] = shop.members();
  const adopted = await shop.create(shop.inputs({ adopt: newest?.backupId }));
  await shop.destroy();
  expect(shop.backups().map(({ id }) => id)).toEqual([adopted.outs.backupId]);
  expect(shop.said).toContain(`${newest?.name ?? ""} is kept: another resource of this run has adopted it`);
});

test("another endpoint is taken over once one of its backups is seen there, and is kept out where none is", async () => {
  const shop = rotationScene();
  await shop.release();
  expect(await shop.up({ keep: 3, triggers: { release: 1 }, endpoint: "http://moved.test" })).toBe("updated");
  expect(shop.stated().outputs.endpoint).toBe("http://moved.test");
  shop.simulator.fault({
    match: { method: "GET" },
    then: { answer: { status: 200, body: { backup_record_response: [] } } },
  });
  const failure = await failureOf(shop.up({ keep: 3, triggers: { release: 1 }, endpoint: "http://elsewhere.test" }));
  expect(failure).toMatchObject({ code: "backup-missing" });
  expect(shop.stated().outputs.endpoint).toBe("http://moved.test");
});

test("two rotations and a backup of one instance wait in line for each other, and know their own", async () => {
  const shop = rotationScene({ pace: 60 });
  const other = { owner: "urn:pulumi:dev::shop::t::other", keep: 1 };
  const behaviour = shop.behaviours().rotation;
  const { inputs } = behaviour.check({}, { instanceId: shop.instanceId, ...other });
  const stop = new AbortController();
  const [, second, single] = await Promise.all([
    shop.release(),
    shop.clock.run(behaviour.create(inputs, stop.signal)),
    shop.create(shop.inputs()),
  ]);
  expect(shop.requests().filter((request) => request.endsWith("400"))).toEqual([]);
  expect(shop.said).toContain("waiting in line behind it");
  const ids = [shop.members(), second.outs.backups].flatMap((all) => all.map(({ backupId }) => backupId));
  expect([...ids, single.outs.backupId].sort()).toEqual(present(shop));
  await shop.destroy();
  expect(shop.backups()).toHaveLength(2);
});

test("an operator is warned that a member belongs to a rotation", async () => {
  const shop = rotationScene();
  await shop.release();
  const { client } = await shop.clock.run(shop.connect({}));
  const patience = { clock: shop.clock, deadline: shop.clock.now() + 60_000, signal: new AbortController().signal };
  const [row] = await shop.clock.run(readBackups(client, shop.instanceId, patience));
  if (!row) throw new Error("It should be listed.");
  expect(warningOf(foundBackup(shop.instanceId, row))).toMatch(
    /^Warning: it bears the mark pulumi-\S+-000, so a rotation of some stack has made it/,
  );
});

test("another endpoint is taken over although the newest backup is gone, and the error names all where none is there", async () => {
  const shop = await grown(2);
  const [newest, older] = shop.members();
  shop.simulator.changeBackup(newest?.backupId ?? "", { delete: "drop" });
  const triggers = { release: 2 };
  expect(await shop.up({ keep: 3, triggers, endpoint: "http://moved.test" })).toBe("updated");
  expect(shop.members().map(({ backupId }) => backupId)).toEqual([older?.backupId]);
  await shop.up({ keep: 3, triggers: { release: 3 }, endpoint: "http://moved.test" });
  const [third] = shop.members();
  shop.simulator.fault({
    match: { method: "GET" },
    then: { answer: { status: 200, body: { backup_record_response: [] } } },
  });
  const failure = await failureOf(shop.up({ keep: 3, triggers, endpoint: "http://elsewhere.test" }));
  expect(failure.message).toBe(
    `The new endpoint http://elsewhere.test does not show any of the backups ${third?.backupId ?? ""}, ${older?.backupId ?? ""} of DCS instance ${shop.instanceId}, so the old one (http://moved.test) is kept. Change endpoint back, or replace the resource.`,
  );
});
