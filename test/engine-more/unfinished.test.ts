import { backup, type Shop, shops, until } from "../engine/shop";

const open = shops();
const posts = ({ simulator }: Shop) => simulator.journal().filter(({ method }) => method === "POST").length;

/** A backup that is not there when the time of the option customTimeouts is up. */
async function timedOut(): Promise<Shop> {
  const shop = await open(backup({ opts: `customTimeouts: { create: "1s" }` }), { pace: 600 });
  const text = await shop.fails("up");
  expect(text).toMatch(/Waited \d s for backup [0-9a-f-]{36} of DCS instance [0-9a-f-]{36}, and it is still "/);
  expect(text).toContain(
    "The next pulumi up goes on waiting; pulumi destroy deletes it. Raise timeouts.create to wait longer.",
  );
  const [stored] = await shop.stack.stored();
  expect(stored?.outputs["backupId"]).toBe(shop.backups()[0]?.id);
  expect(stored?.initErrors).toHaveLength(1);
  return shop;
}

test("after a wait that timed out, the next up goes on with the same backup", async () => {
  const shop = await timedOut();
  shop.simulator.advance("10m");
  await shop.stack.up();
  expect(posts(shop)).toBe(1);
  const [stored] = await shop.stack.stored();
  expect(stored?.outputs["status"]).toBe("succeed");
  expect(stored?.initErrors ?? []).toEqual([]);
  shop.requests();
  expect(await shop.stack.up()).toMatch(/unchanged/);
  expect(shop.requests()).toEqual([]);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("after a wait that timed out, destroy deletes the backup, running or not", async () => {
  const shop = await timedOut();
  shop.simulator.change({ deleteOfRunning: "accept" });
  await shop.stack.destroy();
  expect(posts(shop)).toBe(1);
  expect(shop.backups()).toEqual([]);
  expect(await shop.known()).toEqual([]);
});

test("destroy waits in line for a backup that still runs, and deletes it then", async () => {
  const shop = await timedOut();
  shop.requests();
  const running = shop.stack.start(["destroy", "--yes", "--skip-preview"]);
  await until(() => running.text().includes("waiting in line to delete: "));
  shop.simulator.advance("10m");
  expect((await running.ended).code).toBe(0);
  expect(running.text()).toContain("a backup of the instance is running");
  expect(shop.requests()).toContain("DELETE 400");
  expect(shop.backups()).toEqual([]);
  expect(await shop.known()).toEqual([]);
});

test("a failed backup whose record could not be removed is replaced by the next up, and leaves nothing", async () => {
  const shop = await open(backup(), { pace: 600 });
  shop.simulator.fault({ match: { method: "DELETE" }, times: 9, then: { answer: { code: "DCS.3003" } } });
  const running = shop.fails("up");
  await until(() => shop.backups().length === 1);
  const failed = shop.backups()[0]?.id ?? "";
  shop.simulator.changeBackup(failed, { fail: "dcs.08.0005" });
  expect(await running).toContain("failed: the storage bucket could not be created (dcs.08.0005). Its record could");
  expect((await shop.known())[0]?.outputs).toMatchObject({ backupId: failed, status: "failed" });

  shop.simulator.clearFaults();
  shop.simulator.change({ pace: 0 });
  shop.requests();
  expect(await shop.stack.up()).toMatch(/replaced/);
  expect(shop.requests()).toEqual(["POST 200", "GET 200", "DELETE 200", "GET 200"]);
  const [stored, ...others] = await shop.known();
  expect(others).toEqual([]);
  expect(shop.backups().map(({ id }) => id)).toEqual([stored?.outputs["backupId"]]);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("a create whose answer is lost finds its backup by the mark, and takes no second one", async () => {
  const shop = await open(backup());
  shop.simulator.fault({ match: { method: "POST" }, then: { reset: "after" } });
  expect(await shop.stack.up()).toContain("the answer was lost: looking");
  expect(shop.requests()).toEqual(["POST null", "GET 200", "GET 200"]);
  const [stored] = await shop.known();
  expect(shop.backups().map(({ id, remark }) => [id, remark])).toEqual([
    [stored?.outputs["backupId"], stored?.outputs["mark"]],
  ]);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("a program that throws while a backup is taken fails, and the backup is waited for and known", async () => {
  const throwing = `
    (async function taken() {
      const { instances } = await (await fetch(url + "/_simulator/world")).json();
      if (instances.some(({ backups }) => backups.length > 0)) throw new Error("thrown by the program");
      setTimeout(taken, 50);
    })();`;
  const shop = await open(backup() + throwing, { pace: 600 });
  const running = shop.stack.start(["up", "--yes", "--skip-preview"]);
  await until(() => running.text().includes("thrown by the program"));
  shop.simulator.advance("10m");
  expect((await running.ended).code).not.toBe(0);
  const [stored] = await shop.known();
  expect(stored?.outputs).toMatchObject({ backupId: shop.backups()[0]?.id, status: "succeed" });
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});
