import { backup, type Shop, shops } from "../engine/shop";

const open = shops();

/** A backup that somebody took by hand. */
function byHand({ simulator }: Shop) {
  const instance = simulator.addInstance({ name: "legacy", backups: [{ remark: "before the move" }] });
  return { instanceId: instance.id, backupId: instance.backups[0]?.id ?? "" };
}

test("adopt takes over a backup that was made by hand, dropping the argument changes nothing, and destroy deletes it", async () => {
  const shop = await open("");
  const { instanceId, backupId } = byHand(shop);
  const of = `"${instanceId}"`;
  shop.change(backup({ of, args: `adopt: "${backupId}"` }));
  await shop.stack.up();
  expect(shop.requests()).toEqual(["GET 200"]);
  const [adopted] = await shop.known();
  expect(adopted).toMatchObject({ id: `${instanceId}/${backupId}`, outputs: { backupId, status: "succeed" } });

  shop.change(backup({ of }));
  expect(await shop.stack.up()).toMatch(/unchanged/);
  expect(shop.requests()).toEqual([]);
  expect((await shop.known())[0]?.id).toBe(adopted?.id);

  await shop.stack.destroy();
  expect(shop.requests()).toEqual(["DELETE 200", "GET 200"]);
  expect(shop.backups()).toEqual([]);
});

test("to adopt a backup that does not exist fails in one sentence, and nothing is made", async () => {
  const shop = await open(backup({ args: `adopt: "00000000-0000-4000-8000-000000000000"` }));
  const text = await shop.fails("up");
  expect(text).toContain("cannot be adopted: at ");
  expect(text).toContain("it does not exist, or not any more. Check both IDs, the region and the project, or leave");
  expect(shop.requests()).toEqual(["GET 200"]);
  expect(await shop.known()).toEqual([]);
  expect(shop.backups()).toEqual([]);
});

test("the option import and pulumi import cannot take a backup over: the option says to use adopt, and nothing changes", async () => {
  const shop = await open("");
  const { instanceId, backupId } = byHand(shop);
  const id = `${instanceId}/${backupId}`;
  shop.change(backup({ of: `"${instanceId}"`, opts: `import: "${id}"` }));
  expect((await shop.stack.run("up", "--yes", "--skip-preview")).text).toContain(
    `Backup "before-release" cannot be imported: Pulumi's engine cannot import dynamic resources. Remove the option import, and give the argument adopt: "<backup ID>" instead.`,
  );
  const imported = await shop.stack.run(
    "import",
    "pulumi-nodejs:dynamic/dcs:Backup",
    "x",
    id,
    "--yes",
    "--skip-preview",
  );
  expect(imported.code).not.toBe(0);
  expect(shop.requests()).toEqual([]);
  expect(await shop.known()).toEqual([]);
  expect(shop.backups()).toHaveLength(1);
});

test("Backup.get reads a backup that something else manages, and destroy leaves it alone", async () => {
  const shop = await open("");
  const { instanceId, backupId } = byHand(shop);
  const id = `${instanceId}/${backupId}`;
  shop.change(`const found = Backup.get("found", "${id}"); exports.found = found.backupId; exports.size = found.size;`);
  await shop.stack.up();
  expect(shop.requests()).toEqual(["GET 200"]);
  expect(JSON.parse(await shop.stack.must("stack", "output", "--json"))).toEqual({ found: backupId, size: 880_232 });
  expect((await shop.stack.stored())[0]).toMatchObject({ id, external: true, outputs: { status: "succeed" } });

  await shop.stack.destroy();
  expect(shop.requests()).toEqual([]);
  expect(await shop.known()).toEqual([]);
  expect(shop.backups().map((each) => each.id)).toEqual([backupId]);
});

test("Backup.get of a backup that is not there fails in one sentence, and so it does once it is gone", async () => {
  const missing = "00000000-0000-4000-8000-000000000000";
  const shop = await open(`Backup.get("gone", sessions + "/${missing}");`);
  expect(await shop.fails("up")).toMatch(
    new RegExp(`Backup ${missing} of DCS instance .* does not exist, or not any more`),
  );
  expect(await shop.known()).toEqual([]);

  const { instanceId, backupId } = byHand(shop);
  shop.change(`Backup.get("found", "${instanceId}/${backupId}");`);
  await shop.stack.up();
  shop.simulator.changeBackup(backupId, { delete: "drop" });
  expect(await shop.fails("up")).toMatch(new RegExp(`Backup ${backupId} of DCS instance .* does not exist`));
  await shop.stack.destroy();
});

test("Backup.get of what is no ID fails in one sentence, before anything is sent", async () => {
  const shop = await open(`Backup.get("wrong", "no-id");`);
  expect(await shop.fails("up")).toContain('The ID "no-id" is not <instance ID>/<backup ID>.');
  expect(shop.requests()).toEqual([]);
  expect(await shop.known()).toEqual([]);
});
