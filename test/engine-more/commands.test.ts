import { join } from "node:path";
import { backup, release, shops, urnOf } from "../engine/shop";

const open = shops();

/** Two backups of two instances, both of one release. */
const two = (number: number) =>
  backup({ name: "one", args: `triggers: { release: ${number} }` }) +
  backup({ name: "other", of: "catalogue", args: `triggers: { release: ${number} }` });

test("--target replaces and destroys only the backup that it names", async () => {
  const shop = await open(two(1));
  await shop.stack.up();
  const ids = async () => (await shop.stack.stored()).map(({ urn, id }) => [urn, id]);
  const before = new Map(await ids().then((pairs) => pairs.map(([urn, id]) => [urn, id])));
  shop.requests();

  shop.change(two(2));
  await shop.stack.up("--target", urnOf("one"));
  expect(shop.requests()).toEqual(["POST 200", "GET 200", "DELETE 200", "GET 200"]);
  const after = new Map(await ids().then((pairs) => pairs.map(([urn, id]) => [urn, id])));
  expect(after.get(urnOf("other"))).toBe(before.get(urnOf("other")));
  expect(after.get(urnOf("one"))).not.toBe(before.get(urnOf("one")));

  await shop.stack.destroy("--target", urnOf("one"));
  expect((await shop.stack.stored()).map(({ urn }) => urn)).toEqual([urnOf("other")]);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("--continue-on-error takes the other backups, and destroys the other backups, when one fails", async () => {
  const shop = await open(
    backup({ name: "single", of: "scratch" }) +
      `const first = ${backup({ name: "first" })}` +
      backup({ name: "second", of: "catalogue", opts: "dependsOn: [first]" }),
  );
  // The SDK itself prints a stack for the program here, since the program goes on.
  const { code, text } = await shop.stack.run("up", "--yes", "--skip-preview", "--continue-on-error");
  expect(code).not.toBe(0);
  expect(text).toContain("single-node instances cannot be backed up");
  expect((await shop.stack.stored()).map(({ urn }) => urn)).toEqual([urnOf("first"), urnOf("second")]);
  expect(shop.backups()).toHaveLength(2);

  const second = (await shop.stack.stored())[1]?.outputs;
  const path = `instances/${String(second?.["instanceId"])}/backups/`;
  shop.change(backup({ name: "first" }) + backup({ name: "second", of: "catalogue" }));
  await shop.stack.up();
  shop.simulator.fault({ match: { method: "DELETE", path }, then: { answer: { code: "DCS.3003" } } });
  expect(await shop.fails("destroy", "--continue-on-error")).toContain("the role lacks the permission");
  expect((await shop.stack.stored()).map(({ urn }) => urn)).toEqual([urnOf("second")]);
  expect(shop.backups().map(({ id }) => id)).toEqual([second?.["backupId"]]);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("--replace takes a new backup though nothing has changed, and then deletes the old one", async () => {
  const shop = await open(backup());
  await shop.stack.up();
  const [old] = shop.backups();
  shop.requests();
  expect(await shop.stack.up("--replace", urnOf())).toMatch(/replaced/);
  expect(shop.requests()).toEqual(["POST 200", "GET 200", "DELETE 200", "GET 200"]);
  expect(shop.backups().map(({ id }) => id)).not.toContain(old?.id);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("up --refresh sees that the backup is gone, and takes a new one in the same run", async () => {
  const shop = await open(backup());
  await shop.stack.up();
  const [old] = shop.backups();
  shop.simulator.changeBackup(old?.id ?? "", { delete: "drop" });
  shop.requests();
  await shop.stack.up("--refresh");
  expect(shop.requests()).toEqual(["GET 200", "POST 200", "GET 200"]);
  expect((await shop.stack.stored())[0]?.outputs["backupId"]).toBe(shop.backups()[0]?.id);
  expect(await shop.stack.up("--refresh")).toMatch(/unchanged/);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("preview --diff shows what changes, says that it is a replacement, and sends nothing", async () => {
  const shop = await open(release(1));
  expect(await shop.stack.must("preview", "--diff")).toMatch(/release *: 1/);
  await shop.stack.up();
  shop.requests();
  shop.change(release(2));
  const text = await shop.stack.must("preview", "--diff");
  expect(text).toMatch(/\+-pulumi-nodejs:dynamic\/dcs:Backup: \(replace\)/);
  expect(text).toMatch(/~ release: 1 => 2/);
  expect(text).not.toMatch(/[~+-] __provider/);
  expect(shop.requests()).toEqual([]);
  await shop.stack.destroy();
});

test("a plan that a preview made can be carried out", async () => {
  const shop = await open(backup({ args: `description: "planned"` }));
  await shop.stack.must("preview", "--save-plan", join(shop.stack.folder, "plan.json"));
  await shop.stack.up("--plan", join(shop.stack.folder, "plan.json"));
  expect(shop.backups()).toHaveLength(1);
  await shop.stack.destroy();
});
