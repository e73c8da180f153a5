import { release, shops, until } from "../engine/shop";

const open = shops();

test("a replacement that fails during the wait is removed, the old backup stays, and the next up takes a new one", async () => {
  const shop = await open(release(1));
  await shop.stack.up();
  const [old] = shop.backups();

  shop.simulator.change({ pace: 600 });
  shop.change(release(2));
  const running = shop.fails("up");
  await until(() => shop.backups().length === 2);
  const failing = shop.backups().find(({ id }) => id !== old?.id)?.id ?? "";
  shop.simulator.changeBackup(failing, { fail: "dcs.08.0002" });
  expect(await running).toContain(
    "failed: it took too long (dcs.08.0002). Its record was removed. Run pulumi up to try again.",
  );
  expect(shop.backups()).toEqual([old]);
  expect((await shop.stack.stored()).map(({ outputs }) => outputs["backupId"])).toEqual([old?.id]);

  shop.simulator.change({ pace: 0 });
  await shop.stack.up();
  expect(shop.backups()).toHaveLength(1);
  expect(shop.backups()[0]?.id).not.toBe(old?.id);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("a replacement that times out keeps the old backup until the next up has seen the new one finished", async () => {
  const shop = await open(release(1));
  await shop.stack.up();
  const [old] = shop.backups();
  shop.simulator.change({ pace: 600 });
  shop.change(release(2, `customTimeouts: { create: "1s" }`));
  expect(await shop.fails("up")).toContain("The next pulumi up goes on waiting");
  expect(shop.backups().map(({ id }) => id)).toContain(old?.id);
  expect((await shop.stack.stored()).map((each) => [each.outputs["triggers"], each.delete])).toEqual([
    [{ release: 2 }, undefined],
    [{ release: 1 }, true],
  ]);

  shop.simulator.advance("10m");
  shop.requests();
  await shop.stack.up();
  expect(shop.requests()).toEqual(["GET 200", "DELETE 200", "GET 200"]);
  const [stored, ...others] = await shop.known();
  expect(others).toEqual([]);
  expect(shop.backups().map(({ id }) => id)).toEqual([stored?.outputs["backupId"]]);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});
