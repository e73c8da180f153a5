import { crashDuring } from "./crash-during";
import { release, shops } from "./shop";

const open = shops();

test("after a crash while the new backup was taken, up takes another one, and the mark of the lost one is in the state", async () => {
  const shop = await open(release(1));
  await shop.stack.up();
  const [old] = shop.backups();
  shop.change(release(2));
  await crashDuring("POST", shop);
  const lost = shop.backups().find(({ id }) => id !== old?.id);
  const [pending, ...more] = await shop.stack.pending();
  expect(more).toEqual([]);
  expect(pending?.type).toBe("creating");
  expect(pending?.resource.inputs["mark"]).toMatch(/^pulumi-[0-9a-f]{6}-[a-z0-9]{8}$/);
  expect(lost?.remark).toBe(pending?.resource.inputs["mark"]);
  expect((await shop.known()).map(({ outputs }) => outputs["backupId"])).toEqual([old?.id]);
  shop.requests();

  expect(await shop.stack.up()).toMatch(/replaced/);
  expect(shop.requests()).toEqual(["POST 200", "GET 200", "DELETE 200", "GET 200"]);
  const [stored, ...others] = await shop.known();
  expect(others).toEqual([]);
  expect(stored?.outputs["mark"]).not.toBe(lost?.remark);

  await shop.stack.destroy();
  expect(shop.backups()).toEqual([lost]);
  expect(await shop.known()).toEqual([]);
});
