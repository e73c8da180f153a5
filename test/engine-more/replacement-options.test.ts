import { backup, release, shops } from "../engine/shop";

const open = shops();

test("deleteBeforeReplace deletes the old backup before it takes the new one", async () => {
  const opts = "deleteBeforeReplace: true";
  const shop = await open(release(1, opts));
  await shop.stack.up();
  const [old] = shop.backups();
  shop.requests();
  shop.change(release(2, opts));
  expect(await shop.stack.up()).toMatch(/replaced/);
  expect(shop.requests()).toEqual(["DELETE 200", "GET 200", "POST 200", "GET 200"]);
  const [stored, ...others] = await shop.stack.stored();
  expect(others).toEqual([]);
  expect(stored?.outputs["backupId"]).not.toBe(old?.id);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test('replaceOnChanges: ["description"] takes a new backup with the new remark, and then deletes the old one', async () => {
  const described = (text: string, opts: string) => backup({ args: `description: "${text}"`, opts });
  const shop = await open(described("first", ""));
  await shop.stack.up();
  shop.requests();

  shop.change(described("second", ""));
  expect(await shop.stack.up()).toContain(
    "DCS cannot change the remark of a backup: the new description stands in Pulumi only",
  );
  expect(shop.requests()).toEqual([]);
  expect(shop.backups()[0]?.remark).toMatch(/^first pulumi-/);

  shop.change(described("third", 'replaceOnChanges: ["description"]'));
  expect(await shop.stack.up()).toMatch(/replaced/);
  expect(shop.requests()).toEqual(["POST 200", "GET 200", "DELETE 200", "GET 200"]);
  expect(shop.backups().map(({ remark }) => remark)).toEqual([expect.stringMatching(/^third pulumi-/)]);
  expect((await shop.stack.stored())[0]?.outputs["description"]).toBe("third");
  await shop.stack.destroy();
});

test("ignoreChanges keeps the backup when its triggers change", async () => {
  const opts = 'ignoreChanges: ["triggers"]';
  const shop = await open(release(1, opts));
  await shop.stack.up();
  shop.requests();
  shop.change(release(2, opts));
  expect(await shop.stack.up()).toMatch(/unchanged/);
  expect(shop.requests()).toEqual([]);
  expect((await shop.stack.stored())[0]?.outputs["triggers"]).toEqual({ release: 1 });
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("protect refuses to destroy and to replace, sends nothing, and both work when it is taken away", async () => {
  const shop = await open(release(1, "protect: true"));
  await shop.stack.up();
  const before = await shop.stack.stored();
  shop.requests();

  expect(await shop.fails("destroy")).toContain("cannot be deleted");
  shop.change(release(2, "protect: true"));
  expect(await shop.fails("up")).toContain("protect");
  expect(shop.requests()).toEqual([]);
  expect(await shop.stack.stored()).toEqual(before);

  shop.change(release(2));
  expect(await shop.stack.up()).toMatch(/replaced/);
  expect(shop.requests()).toEqual(["POST 200", "GET 200", "DELETE 200", "GET 200"]);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});
