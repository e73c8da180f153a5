import { backup, shops } from "./shop";

const open = shops();

test("a deletion that is forbidden keeps the backup in the state and says what to do, and destroy works once it is allowed", async () => {
  const shop = await open(backup());
  await shop.stack.up();
  const before = await shop.stack.stored();
  shop.simulator.fault({ match: { method: "DELETE" }, times: 9, then: { answer: { code: "DCS.3003" } } });
  shop.requests();

  const text = await shop.fails("destroy");
  expect(text).toContain("the role lacks the permission (HTTP 403, 111403003");
  expect(text).toContain("Give the identity that was used the permission: ");
  expect(text).toContain(`The backup is still listed by instance ${String(before[0]?.outputs["instanceId"])}`);
  expect(text).toContain(
    "so it stays in the state. To make Pulumi forget it without deleting it: pulumi state delete '",
  );
  expect(text).not.toContain(shop.simulator.card.secretKey);
  expect(shop.requests()).toEqual(["DELETE 403", "GET 200"]);
  expect(shop.backups()).toHaveLength(1);
  expect(await shop.stack.stored()).toEqual(before);

  shop.simulator.clearFaults();
  await shop.stack.destroy();
  expect(shop.requests()).toEqual(["DELETE 200", "GET 200"]);
  expect(shop.backups()).toEqual([]);
  expect(await shop.stack.stored()).toEqual([]);
});
