import { backup, shops } from "./shop";

const open = shops();

test("a refresh sees that somebody deleted the backup, and the next up takes a new one", async () => {
  const shop = await open(backup());
  await shop.stack.up();
  const [old] = shop.backups();
  shop.simulator.changeBackup(old?.id ?? "", { delete: "drop" });
  shop.requests();
  expect(await shop.stack.up()).toMatch(/unchanged/);
  expect(shop.requests()).toEqual([]);

  expect(await shop.refresh()).toMatch(/- 1 deleted/);
  expect(shop.requests()).toEqual(["GET 200"]);
  expect(await shop.stack.stored()).toEqual([]);

  expect(await shop.stack.up()).toMatch(/\+ 1 created/);
  expect(shop.requests()).toEqual(["POST 200", "GET 200"]);
  const [stored] = await shop.stack.stored();
  expect(stored?.outputs["backupId"]).toBe(shop.backups()[0]?.id);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});
