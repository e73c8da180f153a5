import { shops, until } from "../engine/shop";
import { grower, ids, output, posts, rotation } from "./releases";

const grown = grower(shops());

test("a step whose answer is lost finds its backup by the mark, and takes no second one", async () => {
  const shop = await grown(2);
  shop.simulator.fault({ match: { method: "POST", path: "/backups" }, then: { reset: "after" } });
  shop.change(rotation(3));
  expect(await shop.stack.up()).toMatch(/1 updated/);
  expect(posts(shop)).toBe(3);
  expect(shop.backups()).toHaveLength(2);
  expect(await output(shop, "ids")).toEqual(ids(shop).reverse());
  expect(await shop.stack.up()).toMatch(/unchanged/);
});

test("a step whose backup fails leaves all old ones and the triggers of before, and the next up takes another", async () => {
  const shop = await grown(2);
  const before = ids(shop);
  shop.simulator.change({ pace: 600 });
  shop.change(rotation(3));
  const failing = shop.fails("up");
  await until(() => shop.backups().length === 3);
  shop.simulator.changeBackup(ids(shop)[2] ?? "", { fail: "dcs.08.0002" });
  expect(await failing).toContain("it took too long");
  expect(ids(shop)).toEqual(before);
  const [stored] = await shop.stack.stored();
  expect(stored?.outputs).toMatchObject({ triggers: { release: 2 }, backups: [{}, {}] });
  shop.simulator.change({ pace: 0 });
  await shop.stack.up();
  expect(shop.backups()).toHaveLength(2);
  expect(ids(shop)[0]).toBe(before[1]);
});

test("where the third of five deletions fails, the state holds what is left, and the next up deletes the rest", async () => {
  const shop = await grown(6, "keep: 6");
  const all = ids(shop);
  const DELETE = { method: "DELETE" };
  shop.simulator.fault({ match: DELETE, after: 2, times: 1_000, then: { answer: { code: "DCS.3003" } } });
  shop.change(rotation(6, "keep: 1"));
  expect(await shop.fails("up")).toContain("The backup is still listed by instance");
  expect(ids(shop)).toEqual(all.slice(2));
  const [stored] = await shop.stack.stored();
  expect(stored?.outputs).toMatchObject({
    keep: 6,
    backups: all
      .slice(2)
      .reverse()
      .map((backupId) => ({ backupId })),
  });
  shop.simulator.clearFaults();
  await shop.refresh();
  await shop.stack.up();
  expect(ids(shop)).toEqual(all.slice(5));
  expect(posts(shop)).toBe(6);
  expect(await output(shop, "latest")).toBe(all[5]);
});
