import { crashDuring } from "../engine/crash-during";
import { backup, type Shop, shops, until } from "../engine/shop";

const open = shops();

/** A backup of `sessions` that is restored into `catalogue`, on this occasion. */
const drill = (occasion: number, args = "overwrite: true") =>
  `const taken = ${backup()}
   const it = new Restore("drill", { instanceId: catalogue, backupId: taken, triggers: { occasion: ${occasion} }, ${args} });
   exports.status = it.status; exports.restoreId = it.restoreId;`;

const instance = ({ simulator }: Shop, name: string) => simulator.world().instances.find((each) => each.name === name);
const idOf = ({ simulator }: Shop, name: string) =>
  simulator.card.instances.find((each) => each.name === name)?.id ?? "";
const restores = (shop: Shop) => instance(shop, "catalogue")?.restores ?? [];

async function ready(program: string, options: Parameters<typeof open>[1] = {}): Promise<Shop> {
  const shop = await open(program, options);
  shop.simulator.changeInstance(idOf(shop, "sessions"), { content: "revision 7" });
  return shop;
}

test("a Backup is restored into another instance, again on another occasion only, and destroy forgets it", async () => {
  const shop = await ready(drill(1));
  expect(await shop.stack.up()).toMatch(/restore_\d+ done/);
  expect(instance(shop, "catalogue")?.content).toBe("revision 7");
  expect(await shop.stack.up()).toMatch(/unchanged/);
  expect(restores(shop)).toHaveLength(1);
  await shop.refresh();
  shop.change(drill(2));
  expect(await shop.stack.up()).toMatch(/1 replaced/);
  expect(restores(shop)).toHaveLength(2);
  shop.requests();
  expect(await shop.stack.destroy()).toContain(
    "removed from the state only: the data that the restore has overwritten does not return",
  );
  expect(shop.requests()).toEqual(["DELETE 200", "GET 200"]);
  expect(shop.backups()).toEqual([]);
  expect(instance(shop, "catalogue")?.content).toBe("revision 7");
});

test("without overwrite: true nothing is restored, and the preview says so already", async () => {
  const shop = await ready(drill(1, ""));
  const { code, text } = await shop.stack.run("preview");
  expect(code).not.toBe(0);
  expect(text).toContain("overwrite must be true: a restore overwrites all data of the instance");
  expect(restores(shop)).toEqual([]);
});

test("a restore during which the machine died is not done a second time", async () => {
  const shop = await ready(backup());
  await shop.stack.up();
  shop.change(drill(1));
  await crashDuring("POST", shop);
  expect(restores(shop)).toHaveLength(1);
  expect(await shop.stack.up()).toContain("is this very one: it is done, and nothing is sent");
  expect(restores(shop)).toHaveLength(1);
  const [, stored] = await shop.stack.stored();
  expect(stored?.outputs["restoreId"]).toBe(restores(shop)[0]?.id);
});

test("after Ctrl-C the next up waits on; a destroy meanwhile deletes the backup once it is not needed any more", async () => {
  const shop = await ready(drill(1), { restorePace: 600 });
  const running = shop.stack.start(["up", "--yes", "--skip-preview"]);
  await until(() => restores(shop).length > 0);
  running.child.kill("SIGINT");
  expect((await running.ended).text).toContain("as Pulumi was asked to stop; DCS goes on with it.");
  const destroying = shop.stack.start(["destroy", "--yes", "--skip-preview"]);
  await until(() => destroying.text().includes("waiting in line to delete: "));
  expect(shop.backups()).toHaveLength(1);
  shop.simulator.advance("10m");
  expect((await destroying.ended).code).toBe(0);
  expect(destroying.text()).toContain("; DCS goes on with the restore");
  expect(shop.backups()).toEqual([]);
});

test("a failed restore ends up in an error with the reason in words, and the next up does it", async () => {
  const shop = await ready(drill(1), { restorePace: 600 });
  const failing = shop.fails("up");
  await until(() => restores(shop).length > 0);
  shop.simulator.changeRestore(restores(shop)[0]?.id ?? "", { fail: "dcs.08.0007" });
  expect(await failing).toContain("failed: the data could not be synchronized (dcs.08.0007)");
  shop.simulator.change({ restorePace: 0 });
  await shop.stack.up();
  expect(instance(shop, "catalogue")?.content).toBe("revision 7");
});

test("a restore cannot be looked up by its ID, and a preview says so already", async () => {
  const args = `{ instanceId: catalogue, backupId: "00000000-0000-4000-8000-000000000000", overwrite: true }`;
  const shop = await open(`new Restore("found", ${args}, { id: catalogue + "/pulumi-0123ab-abcdefgh" });`);
  const { text } = await shop.stack.run("preview");
  expect(text).toContain("A Restore cannot be looked up by its ID");
  expect(await shop.fails("up")).toContain("it is something that was done, and only the stack that did it knows it");
  expect(shop.requests()).toEqual([]);
  expect(await shop.known()).toEqual([]);
});
