import { release, shops } from "./shop";

const open = shops();

test("a replacement that DCS refuses leaves the old backup in place and known, and the next up makes it good", async () => {
  const shop = await open(release(1));
  await shop.stack.up();
  const [old] = shop.backups();
  shop.requests();

  shop.simulator.fault({ match: { method: "POST" }, then: { answer: { code: "DCS.4107" } } });
  shop.change(release(2));
  expect(await shop.fails("up")).toContain("an order for the instance is unpaid (HTTP 400, 111400107");
  expect(shop.requests().filter((request) => !request.startsWith("GET"))).toEqual(["POST 400"]);
  expect(shop.backups()).toEqual([old]);
  const [stored, ...others] = await shop.stack.stored();
  expect(others).toEqual([]);
  expect(stored?.id).toContain(old?.id);
  expect(stored?.outputs["triggers"]).toEqual({ release: 1 });

  expect(await shop.stack.up()).toMatch(/replaced/);
  expect(shop.requests()).toEqual(["POST 200", "GET 200", "DELETE 200", "GET 200"]);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});
