import { backup, shops, urnOf } from "../engine/shop";

const open = shops();

test("retainOnDelete forgets the backup and leaves it where it is", async () => {
  const shop = await open(backup({ opts: "retainOnDelete: true" }));
  await shop.stack.up();
  const [kept] = shop.backups();
  shop.requests();
  await shop.stack.destroy();
  expect(shop.requests()).toEqual([]);
  expect(shop.backups()).toEqual([kept]);
  expect(await shop.stack.stored()).toEqual([]);
});

test("state delete forgets the backup, and the next up takes another one", async () => {
  const shop = await open(backup());
  await shop.stack.up();
  const [forgotten] = shop.backups();
  shop.requests();
  await shop.stack.must("state", "delete", urnOf(), "--yes");
  expect(await shop.stack.stored()).toEqual([]);
  expect(shop.requests()).toEqual([]);
  await shop.stack.up();
  expect(shop.requests()).toEqual(["POST 200", "GET 200"]);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([forgotten]);
});

test("deletedWith the instance sends no deletion: the backup goes with its instance", async () => {
  // Stands for the resource that manages the instance, which is another package's business.
  const instance = `
    const instance = new (class extends pulumi.dynamic.Resource {
      constructor() {
        super({
          async create() { return { id: sessions, outs: {} }; },
          async delete(id) { await fetch(url + "/_simulator/instances/" + id, { method: "DELETE" }); },
        }, "instance", {});
      }
    })();`;
  const shop = await open(instance + backup({ of: "instance.id", opts: "deletedWith: instance" }));
  await shop.stack.up();
  expect(shop.backups()).toHaveLength(1);
  shop.requests();
  await shop.stack.destroy();
  expect(shop.requests()).toEqual([]);
  expect(shop.backups()).toEqual([]);
  expect(await shop.stack.stored()).toEqual([]);
});

test("deletedWith anything else leaves the backup behind, as documented", async () => {
  const shop = await open(`
    const other = ${backup({ name: "other", of: "catalogue" })}
    ${backup({ opts: "deletedWith: other" })}`);
  await shop.stack.up();
  const left = (await shop.stack.stored()).find(({ urn }) => urn === urnOf());
  shop.requests();
  await shop.stack.destroy();
  expect(shop.requests()).toEqual(["DELETE 200", "GET 200"]);
  expect(shop.backups().map(({ id }) => id)).toEqual([left?.outputs["backupId"]]);
  expect(await shop.stack.stored()).toEqual([]);
});
