import { backup, shops, until } from "../engine/shop";

const open = shops();

test("two backups of one instance are taken one after the other, and a second up sends nothing", async () => {
  const shop = await open(backup({ name: "one" }) + backup({ name: "two" }), { pace: 2 });
  const text = await shop.stack.up();
  expect(text).toMatch(/two creating .*waiting in line behind one|one creating .*waiting in line behind two/);
  const sent = shop.requests();
  expect(sent.filter((request) => request.startsWith("POST"))).toEqual(["POST 200", "POST 200"]);
  expect(sent.every((request) => request.endsWith(" 200"))).toBe(true);
  const [earlier, later] = shop.backups();
  expect(Date.parse(later?.createdAt ?? "") - Date.parse(earlier?.createdAt ?? "")).toBeGreaterThanOrEqual(2_000);
  const ids = (await shop.known()).map(({ outputs }) => outputs["backupId"]);
  expect(ids.sort()).toEqual([earlier?.id, later?.id].sort());

  expect(await shop.stack.up()).toMatch(/unchanged/);
  expect(shop.requests()).toEqual([]);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("when the first of two backups of one instance fails, the second is taken all the same", async () => {
  const shop = await open(backup({ name: "one" }) + backup({ name: "two" }), { pace: 600 });
  const running = shop.fails("up", "--continue-on-error");
  await until(() => shop.backups().length === 1);
  shop.simulator.change({ pace: 0 });
  shop.simulator.changeBackup(shop.backups()[0]?.id ?? "", { fail: "dcs.08.0001" });
  expect(await running).toContain(
    "failed: the backup tool could not be started (dcs.08.0001). Its record was removed.",
  );
  const [stored, ...others] = await shop.known();
  expect(others).toEqual([]);
  expect(shop.backups().map(({ id }) => id)).toEqual([stored?.outputs["backupId"]]);
  await shop.stack.up();
  expect(await shop.known()).toHaveLength(2);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("an instance that is busy with something else is waited for, and the row says with what", async () => {
  const shop = await open(backup({ args: `apiVersion: "v2"` }));
  const id = shop.simulator.card.instances[0]?.id ?? "";
  shop.simulator.changeInstance(id, { task: "RESTORING" });
  const running = shop.stack.start(["up", "--yes", "--skip-preview"]);
  await until(() => running.text().includes("waiting in line: "));
  shop.simulator.changeInstance(id, { task: null });
  expect((await running.ended).code).toBe(0);
  expect(running.text()).toContain("waiting in line: a restore of the instance is running (task RESTORING)");
  expect(shop.backups()).toHaveLength(1);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("Ctrl-C while one of two waits in line keeps the first and makes no second, and the next up goes on with both", async () => {
  const shop = await open(backup({ name: "one" }) + backup({ name: "two" }), { pace: 600 });
  const running = shop.stack.start(["up", "--yes", "--skip-preview"]);
  await until(() => running.text().includes("waiting in line behind ") && /backup_\d{14}/.test(running.text()));
  running.child.kill("SIGINT");
  const { code, text } = await running.ended;
  expect(code).not.toBe(0);
  expect(text).toMatch(/No backup of DCS instance [0-9a-f-]{36} was made, as Pulumi was asked to stop. Run pulumi up/);
  expect(text).toContain("as Pulumi was asked to stop. The next pulumi up goes on waiting");
  expect((await shop.known()).map(({ outputs }) => outputs["backupId"])).toEqual(shop.backups().map(({ id }) => id));
  expect(shop.backups()).toHaveLength(1);

  shop.simulator.advance("10m");
  shop.simulator.change({ pace: 0 });
  await shop.stack.up();
  expect(await shop.known()).toHaveLength(2);
  expect(shop.backups()).toHaveLength(2);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});
