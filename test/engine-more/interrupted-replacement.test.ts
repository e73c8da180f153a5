import { crashDuring } from "../engine/crash-during";
import { release, type Shop, shops, until } from "../engine/shop";

const open = shops();

/** A replacement in whose middle the machine died; with the backups that existed before and after. */
async function crashed(method: "POST" | "DELETE", opts = "") {
  const shop = await open(release(1, opts));
  await shop.stack.up();
  const [old] = shop.backups();
  shop.change(release(2, opts));
  await crashDuring(method, shop);
  const fresh = shop.backups().find(({ id }) => id !== old?.id);
  shop.requests();
  return { shop, old, fresh };
}

const knownIds = async (shop: Shop) => (await shop.known()).map(({ outputs }) => outputs["backupId"]);
const changing = (requests: readonly string[]) => requests.filter((request) => !request.startsWith("GET"));

test("crashed while taking the new one: destroy deletes the old one, and the mark of the lost one is in the state until then", async () => {
  const { shop, fresh } = await crashed("POST");
  expect((await shop.stack.pending()).map(({ resource }) => resource.inputs["mark"])).toEqual([fresh?.remark]);
  await shop.stack.destroy();
  expect(changing(shop.requests())).toEqual(["DELETE 200"]);
  expect(shop.backups()).toEqual([fresh]);
  expect(await shop.known()).toEqual([]);
});

test("crashed while taking the new one, then the change is taken back: the old one stays, and nothing is sent", async () => {
  const { shop, old } = await crashed("POST");
  shop.change(release(1));
  expect(await shop.stack.up()).toMatch(/unchanged/);
  expect(shop.requests()).toEqual([]);
  expect(await knownIds(shop)).toEqual([old?.id]);
  await shop.stack.destroy();
  expect(shop.backups().map(({ id }) => id)).not.toContain(old?.id);
});

test("crashed while deleting the old one: up proves that it is gone, and destroy leaves nothing", async () => {
  const { shop, fresh } = await crashed("DELETE");
  expect((await shop.stack.stored()).map((each) => [each.outputs["triggers"], each.delete])).toEqual([
    [{ release: 2 }, undefined],
    [{ release: 1 }, true],
  ]);
  await shop.stack.up();
  expect(shop.requests()).toEqual(["DELETE 400", "GET 200"]);
  expect(await knownIds(shop)).toEqual([fresh?.id]);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
  expect(await shop.stack.pending()).toEqual([]);
});

test("crashed while deleting the old one: destroy deletes both, and leaves nothing", async () => {
  const { shop } = await crashed("DELETE");
  await shop.stack.destroy();
  expect(changing(shop.requests()).sort()).toEqual(["DELETE 200", "DELETE 400"]);
  expect(shop.backups()).toEqual([]);
  expect(await shop.known()).toEqual([]);
  expect(await shop.stack.pending()).toEqual([]);
});

test("crashed while deleting the old one, then the change is taken back: a third one is taken, the others are deleted", async () => {
  const { shop, old, fresh } = await crashed("DELETE");
  shop.change(release(1));
  await shop.stack.up();
  expect(changing(shop.requests()).sort()).toEqual(["DELETE 200", "DELETE 400", "POST 200"]);
  const [third, ...others] = await knownIds(shop);
  expect(others).toEqual([]);
  expect([old?.id, fresh?.id]).not.toContain(third);
  expect(shop.backups().map(({ id }) => id)).toEqual([third]);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("deleteBeforeReplace, crashed while taking the new one: up asks nothing of the old one, and takes another", async () => {
  const { shop, old, fresh } = await crashed("POST", "deleteBeforeReplace: true");
  expect(await knownIds(shop)).toEqual([old?.id]);
  expect((await shop.stack.pending()).map(({ resource }) => resource.inputs["mark"])).toEqual([fresh?.remark]);
  await shop.stack.up();
  expect(shop.requests()).toEqual(["POST 200", "GET 200"]);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([fresh]);
  expect(await shop.known()).toEqual([]);
});

test("Ctrl-C while the old one is deleted keeps it in the state, and the next up deletes it", async () => {
  const shop = await open(release(1));
  await shop.stack.up();
  shop.simulator.change({ deletionTakes: 600 });
  shop.change(release(2));
  const running = shop.stack.start(["up", "--yes", "--skip-preview"]);
  await until(() => shop.requests().includes("DELETE 200"));
  running.child.kill("SIGINT");
  const { code, text } = await running.ended;
  expect(code).not.toBe(0);
  expect(text).toMatch(
    /Stopped deleting backup [0-9a-f-]{36} of DCS instance [0-9a-f-]{36}, as Pulumi was asked to stop/,
  );
  expect((await shop.stack.stored()).map((each) => each.delete)).toEqual([undefined, true]);

  shop.simulator.advance("10m");
  await shop.stack.up();
  expect(await knownIds(shop)).toEqual(shop.backups().map(({ id }) => id));
  shop.simulator.change({ deletionTakes: 0 });
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});
