import { crashDuring } from "../engine/crash-during";
import { backup, shops, until } from "../engine/shop";
import { leftovers } from "../support/leftovers-command";

const open = shops();

test("kill -9 of the CLI during a create leaves nothing in the service, with nothing else done", async () => {
  const shop = await open(backup(), { pace: 3 });
  const running = shop.stack.start(["up", "--yes", "--skip-preview"]);
  await until(() => shop.backups().length > 0);
  running.child.kill("SIGKILL");
  await running.ended;
  await until(() => shop.backups().length === 0);
  await shop.stack.must("cancel", "--yes");
  await shop.stack.up();
  expect(shop.backups()).toHaveLength(1);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("what a dead machine left is found by leftovers, and deleted with proof", async () => {
  const shop = await open(backup());
  await crashDuring("POST", shop);
  expect(shop.backups()).toHaveLength(1);
  const found = await leftovers(shop.stack);
  expect(found.text).toContain(shop.backups()[0]?.id);
  expect(found.text).toContain("before-release");
  expect(found.code).toBe(3);
  const deleted = await leftovers(shop.stack, "--delete");
  expect(deleted.text).toContain("is deleted: the instance no longer lists it.");
  expect(deleted.code).toBe(0);
  expect(shop.backups()).toEqual([]);
  expect(await leftovers(shop.stack)).toMatchObject({
    code: 0,
    text: expect.stringContaining("Nothing is left") as string,
  });
});

test("leftovers deletes nothing while an update holds the lock, and says so", async () => {
  const shop = await open(backup(), { pace: 600 });
  const running = shop.stack.start(["up", "--yes", "--skip-preview"]);
  await until(() => shop.backups().length > 0);
  const { code, text } = await leftovers(shop.stack, "--delete");
  expect(code).toBe(1);
  expect(text).toContain("Nothing was deleted, as the pending creates could not be cleared: an update may be running.");
  expect(shop.backups()).toHaveLength(1);
  running.child.kill("SIGINT");
  await running.ended;
});

test("a wrong command is one sentence and exit code 2", async () => {
  const shop = await open(backup());
  expect(await leftovers(shop.stack, "--wrong")).toMatchObject({
    code: 2,
    text: "leftovers has no --wrong. pulumi-dcs-backup leftovers --help lists what there is.\n",
  });
});
