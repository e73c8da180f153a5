import { backup, type Shop, shops } from "../engine/shop";

const open = shops();

async function taken(args = ""): Promise<{ shop: Shop; id: string }> {
  const shop = await open(backup({ args }));
  await shop.stack.up();
  shop.requests();
  return { shop, id: shop.backups()[0]?.id ?? "" };
}

test.each([
  ["its record says deleted", { delete: "keep" }],
  ["it has expired", { expire: true }],
] as const)("a refresh drops a backup when %s, and the next up takes a new one", async (_, change) => {
  const { shop, id } = await taken();
  shop.simulator.changeBackup(id, change);
  await shop.refresh();
  expect(shop.requests()).toEqual(["GET 200"]);
  expect(await shop.known()).toEqual([]);
  await shop.stack.up();
  expect(shop.requests()).toEqual(["POST 200", "GET 200"]);
  const [stored] = await shop.known();
  expect(stored?.outputs["backupId"]).not.toBe(id);
  await shop.stack.destroy();
  expect((await shop.known()).length).toBe(0);
});

test("a refresh takes over what DCS says anew, and the next up leaves the backup as it is", async () => {
  const { shop, id } = await taken(`description: "as it was"`);
  shop.simulator.changeBackup(id, { size: 1_234, remark: "rewritten in the console" });
  await shop.refresh();
  expect(shop.requests()).toEqual(["GET 200"]);
  const [stored] = await shop.known();
  expect(stored?.outputs).toMatchObject({ size: 1_234, description: "as it was", backupId: id });
  expect(await shop.stack.up()).toMatch(/unchanged/);
  expect(shop.requests()).toEqual([]);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test('whenGone: "keep" keeps the resource of a backup that is gone, and destroy proves that it is', async () => {
  const { shop, id } = await taken(`whenGone: "keep"`);
  shop.simulator.changeBackup(id, { delete: "drop" });
  await shop.refresh();
  expect((await shop.known())[0]?.outputs).toMatchObject({ backupId: id, status: "deleted" });
  shop.requests();
  expect(await shop.stack.up()).toMatch(/unchanged/);
  expect(shop.requests()).toEqual([]);
  await shop.stack.destroy();
  expect(shop.requests()).toEqual(["DELETE 400", "GET 200"]);
  expect(await shop.known()).toEqual([]);
});

test("a backup whose instance was deleted is gone with it: refresh drops it, and destroy without a refresh succeeds", async () => {
  for (const command of ["refresh", "destroy"] as const) {
    const { shop } = await taken();
    shop.simulator.deleteInstance(shop.simulator.card.instances[0]?.id ?? "");
    expect(await shop.stack.must(command, "--yes", "--skip-preview")).toContain("gone with its instance");
    expect(await shop.known()).toEqual([]);
  }
});

test("when keep is taken back, the next up takes a new backup for the one that is gone", async () => {
  const { shop, id } = await taken(`whenGone: "keep"`);
  shop.simulator.changeBackup(id, { expire: true });
  await shop.refresh();
  expect((await shop.known())[0]?.outputs).toMatchObject({ backupId: id, status: "expired" });
  shop.change(backup());
  await shop.stack.up();
  const [stored] = await shop.known();
  expect(stored?.outputs["status"]).toBe("succeed");
  expect(stored?.outputs["backupId"]).not.toBe(id);
  await shop.stack.destroy();
  expect(shop.backups().map((each) => each.id)).not.toContain(stored?.outputs["backupId"]);
});

test("an unfinished backup is still waited for after a refresh, which takes the engine's own memory of it", async () => {
  const shop = await open(backup({ opts: `customTimeouts: { create: "1s" }` }), { pace: 600 });
  expect(await shop.fails("up")).toMatch(/still "(waiting|backuping)". The next pulumi up goes on waiting/);
  await shop.refresh();
  const [between] = await shop.stack.stored();
  expect(between?.initErrors ?? []).toEqual([]);
  expect(["waiting", "backuping"]).toContain(between?.outputs["status"]);
  shop.simulator.advance("10m");
  await shop.stack.up();
  expect((await shop.known())[0]).toMatchObject({ id: between?.id, outputs: { status: "succeed" } });
  expect(shop.simulator.journal().filter(({ method }) => method === "POST")).toHaveLength(1);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});
