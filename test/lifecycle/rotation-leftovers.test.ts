import { findLeftovers } from "../../provider/cli/find-leftovers";
import { readState } from "../../provider/cli/state-file";
import type { Behaviour } from "../../provider/host/dynamic";
import { known, present, rotationScene } from "./rotation-scene";

async function leftoversOf(shop: ReturnType<typeof rotationScene>) {
  const patience = { clock: shop.clock, deadline: shop.clock.now() + 600_000, signal: new AbortController().signal };
  const { leftovers } = await shop.clock.run(findLeftovers(readState(shop.exported()), [], shop.connect, patience));
  return leftovers.map(({ kind, backup, belongsTo }) => [kind, backup.backupId, belongsTo]);
}

test("what the killed create of a rotation left is found by its mark", async () => {
  const shop = rotationScene();
  await shop.killedUp({ keep: 3 }, 2);
  expect(present(shop)).toHaveLength(1);
  expect(await leftoversOf(shop)).toEqual([["cut-off", present(shop)[0], "it"]]);
});

test("the members of a rotation in the state are never leftovers, also one that a killed step took", async () => {
  const shop = rotationScene();
  for (let count = 0; count < 2; count++) await shop.release();
  await shop.killedUp({ keep: 3, triggers: { release: 3 } }, 2);
  expect(present(shop)).toHaveLength(3);
  expect(known(shop)).toHaveLength(2);
  expect(await leftoversOf(shop)).toEqual([]);
});

test("a member whose remark DCS has changed is known by its ID", async () => {
  const shop = rotationScene();
  await shop.release();
  const { mark } = shop.stated().outputs;
  shop.simulator.changeBackup(shop.members()[0]?.backupId ?? "", { remark: `${mark.slice(0, -1)}_` });
  expect(await leftoversOf(shop)).toEqual([]);
  shop.simulator.changeBackup(shop.members()[0]?.backupId ?? "", { remark: mark.replace(/.$/, "0") });
  expect(await leftoversOf(shop)).toEqual([]);
});

test("the guard deletes nothing of a rotation: what a create has made when the engine dies stays to be found", async () => {
  const shop = rotationScene();
  await shop.release();
  const behaviour: Behaviour = shop.behaviours().rotation;
  await shop.clock.run(behaviour.discard({ ...shop.stated().outputs }, 4_000));
  expect(present(shop)).toHaveLength(1);
});

test("a copy of a member's remark, which the rotation will never take over, is listed, to be deleted only by its name", async () => {
  const shop = rotationScene();
  await shop.release();
  const remark = shop.backups()[0]?.remark ?? "";
  shop.simulator.advance("3d");
  const { client } = await shop.clock.run(shop.connect({}));
  const patience = { clock: shop.clock, deadline: shop.clock.now() + 1e9, signal: new AbortController().signal };
  const copy = await shop.clock.run(client.createBackup(shop.instanceId, { remark }, patience));
  expect(await leftoversOf(shop)).toEqual([["stack", copy, undefined]]);
});
