import { backup, shops, urnOf } from "../engine/shop";

const open = shops();

const COMPONENT = `
  class Release extends pulumi.ComponentResource {
    constructor(name) {
      super("shop:index:Release", name);
      this.backup = new Backup("before-release", { instanceId: sessions }, { parent: this, aliases: ALIASES });
    }
  }
  const release = new Release("spring");
  exports.backupId = release.backup.backupId;`;

test("a renamed backup is the same one: an alias changes its owner in place, and sends nothing", async () => {
  const shop = await open(backup());
  await shop.stack.up();
  const [before] = await shop.stack.stored();
  shop.requests();

  shop.change(backup({ name: "renamed", opts: 'aliases: [{ name: "before-release" }]' }));
  expect(await shop.stack.up()).toMatch(/~ 1 updated/);
  expect(shop.requests()).toEqual([]);
  const [after, ...others] = await shop.stack.stored();
  expect(others).toEqual([]);
  expect(after).toMatchObject({ urn: urnOf("renamed"), id: before?.id });
  expect(after?.outputs).toEqual({ ...before?.outputs, owner: urnOf("renamed") });
  expect(await shop.stack.up()).toMatch(/unchanged/);

  await shop.stack.destroy();
  expect(shop.requests()).toEqual(["DELETE 200", "GET 200"]);
  expect(shop.backups()).toEqual([]);
});

test("a renamed stack keeps its backups: the owner changes in place, the mark stays, and nothing is sent", async () => {
  const shop = await open(backup());
  await shop.stack.up();
  const [before] = await shop.known();
  shop.requests();
  await shop.stack.must("stack", "rename", "live");
  expect(await shop.stack.up()).toMatch(/~ 1 updated/);
  expect(shop.requests()).toEqual([]);
  const owner = urnOf().replace("urn:pulumi:dev::", "urn:pulumi:live::");
  expect((await shop.known())[0]).toMatchObject({ id: before?.id, outputs: { ...before?.outputs, owner } });
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("a backup that moves into a component is the same one, and speaks on its new row", async () => {
  const shop = await open(backup());
  await shop.stack.up();
  const [before] = await shop.stack.stored();
  shop.requests();

  shop.change(COMPONENT.replace("ALIASES", "[{ parent: pulumi.rootStackResource }]"));
  await shop.stack.up();
  expect(shop.requests()).toEqual([]);
  const [after, ...others] = await shop.stack.stored();
  expect(others).toEqual([]);
  expect(after?.id).toBe(before?.id);
  expect(after?.urn).toContain("shop:index:Release$");
  expect(after?.outputs["owner"]).toBe(after?.urn);

  const destroyed = await shop.stack.destroy();
  expect(destroyed).toContain("deleted: the instance no longer lists it");
  expect(shop.requests()).toEqual(["DELETE 200", "GET 200"]);
  expect(shop.backups()).toEqual([]);
});

test("a backup in a component tells its progress on its own row, under its parent", async () => {
  const shop = await open(COMPONENT.replace("ALIASES", "[]"), { pace: 3 });
  expect(await shop.stack.up()).toMatch(/before-release creating .*backup_\d{14} \d+ %, \d+ s/);
  const [stored] = await shop.stack.stored();
  expect(stored?.parent).toContain("shop:index:Release::spring");
  expect(stored?.outputs["owner"]).toBe(stored?.urn);
  expect(await shop.stack.must("stack", "output", "backupId")).toContain(shop.backups()[0]?.id);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("dependsOn takes one backup after the other, and deletes them the other way round", async () => {
  const shop = await open(`
    const first = ${backup({ name: "first" })}
    ${backup({ name: "second", of: "catalogue", opts: "dependsOn: [first]" })}`);
  await shop.stack.up();
  expect(shop.requests()).toEqual(["POST 200", "GET 200", "POST 200", "GET 200"]);
  const [first, second] = await shop.stack.stored();
  expect(second?.dependencies).toEqual([urnOf("first")]);
  const deleted = () => shop.simulator.journal().flatMap(({ method, path }) => (method === "DELETE" ? [path] : []));
  await shop.stack.destroy();
  expect(deleted().map((path) => path.split("/").at(-1))).toEqual([
    second?.outputs["backupId"],
    first?.outputs["backupId"],
  ]);
  expect(shop.backups()).toEqual([]);
});
