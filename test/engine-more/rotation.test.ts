import { execFile } from "node:child_process";
import { join } from "node:path";
import { crashDuring } from "../engine/crash-during";
import { type Shop, shops } from "../engine/shop";
import { grower, ids, output, posts, rotation } from "./releases";

const open = shops();

const grown = grower(open);

test("each release takes one more, only then the oldest goes, and destroy deletes all", async () => {
  const shop = await grown(2);
  expect(await shop.stack.up()).toMatch(/unchanged/);
  shop.requests();
  shop.change(rotation(3));
  const preview = await shop.stack.must("preview");
  expect(preview).toMatch(/releases update/);
  expect(shop.requests()).toEqual([]);
  expect(await shop.stack.up()).toMatch(/1 updated/);
  expect(shop.requests()).toEqual(["GET 200", "POST 200", "GET 200", "GET 200", "DELETE 200", "GET 200"]);
  expect(await output(shop, "ids")).toEqual(ids(shop).reverse());
  expect(await output(shop, "latest")).toBe(ids(shop)[1]);
  const text = await shop.stack.destroy();
  expect(text).toContain("deleted with all its backups (2): the instance lists none of them");
  expect(shop.backups()).toEqual([]);
});

test("a lower keep deletes the oldest without taking one", async () => {
  const shop = await grown(2);
  const [, newest] = ids(shop);
  shop.change(rotation(2, "keep: 1"));
  await shop.stack.up();
  expect(ids(shop)).toEqual([newest]);
  expect(posts(shop)).toBe(2);
});

test.each([false, true])(
  "a step during which the machine died is continued (refreshed in between: %s)",
  async (refreshes) => {
    const shop = await grown(2);
    shop.change(rotation(3));
    await crashDuring("POST", shop);
    expect(shop.backups()).toHaveLength(3);
    if (refreshes) await shop.refresh();
    const text = await shop.stack.up();
    if (!refreshes) expect(text).toContain("bears our mark, and is taken over: a run before this one took it");
    expect(posts(shop)).toBe(3);
    expect(await output(shop, "ids")).toEqual(ids(shop).reverse());
    expect(shop.backups()).toHaveLength(2);
    expect(await shop.stack.up()).toMatch(/unchanged/);
    await shop.stack.destroy();
    expect(shop.backups()).toEqual([]);
  },
);

test("a step during whose deletion the machine died is continued, and takes no second one", async () => {
  const shop = await grown(2);
  shop.change(rotation(3));
  await crashDuring("DELETE", shop);
  await shop.stack.up();
  expect(posts(shop)).toBe(3);
  expect(await output(shop, "ids")).toEqual(ids(shop).reverse());
  expect(shop.backups()).toHaveLength(2);
});

test("what the create of a rotation left when the machine died is found and deleted by leftovers", async () => {
  const shop = await open(rotation(1));
  await crashDuring("POST", shop);
  expect(shop.backups()).toHaveLength(1);
  const { code, text } = await leftovers(shop, "--delete");
  expect(text).toContain("releases");
  expect(text).toContain("is deleted: the instance no longer lists it.");
  expect(code).toBe(0);
  expect(shop.backups()).toEqual([]);
});

test("a step that timed out keeps the triggers of before, and goes on after a refresh", async () => {
  const shop = await grown(2);
  shop.simulator.change({ pace: 600 });
  shop.change(rotation(3, `keep: 2, timeouts: { create: "1s" }`));
  expect(await shop.fails("up")).toContain("The next pulumi up goes on waiting");
  const [stored] = await shop.stack.stored();
  expect(stored?.outputs).toMatchObject({ triggers: { release: 2 }, backups: [{ step: "002" }, {}, {}] });
  shop.simulator.advance("10m");
  await shop.refresh();
  await shop.stack.up();
  expect(posts(shop)).toBe(3);
  expect(shop.backups()).toHaveLength(2);
  const [after] = await shop.stack.stored();
  expect(after?.outputs).toMatchObject({ triggers: { release: 3 }, keep: 2, steps: 3 });
});

test("a member that vanished is dropped by the refresh, and said", async () => {
  const shop = await grown(2);
  shop.simulator.changeBackup(ids(shop)[0] ?? "", { delete: "drop" });
  expect(await shop.refresh()).toMatch(/backup_\d+ is gone: the instance no longer lists it/);
  expect((await shop.stack.stored())[0]?.outputs["backups"]).toHaveLength(1);
  expect(await shop.stack.up()).toMatch(/unchanged/);
});

test("a wrong keep is refused in a preview already, in a sentence", async () => {
  const shop = await open(rotation(1, "keep: 24"));
  const { code, text } = await shop.stack.run("preview");
  expect(code).not.toBe(0);
  expect(text).toContain("keep must be a whole number from 1 to 23, not 24: DCS keeps 24 backups of an instance");
});

test("plans that previews made can be carried out: of the first backup, and of one more", async () => {
  const shop = await open(rotation(1));
  const plan = join(shop.stack.folder, "plan.json");
  for (const release of [1, 2, 3]) {
    shop.change(rotation(release));
    await shop.stack.must("preview", "--save-plan", plan);
    await shop.stack.up("--plan", plan);
    shop.simulator.advance("1m");
  }
  expect(await output(shop, "ids")).toEqual(ids(shop).reverse());
  expect(shop.backups()).toHaveLength(2);
  expect(posts(shop)).toBe(3);
  await shop.stack.destroy();
});

test("a rotation cannot be looked up by its ID, and a preview says already what can", async () => {
  const args = "{ instanceId: sessions, keep: 2 }";
  const shop = await open(`new BackupRotation("found", ${args}, { id: sessions + "/pulumi-0123ab-abcdefgh" });`);
  const { text } = await shop.stack.run("preview");
  expect(text).toContain("A BackupRotation cannot be looked up by its ID");
  expect(await shop.fails("up")).toContain("Look at its backups with getBackups");
  expect(shop.requests()).toEqual([]);
  expect(await shop.known()).toEqual([]);
});

/** Runs the command as a user does, in the project's folder. */
async function leftovers({ stack }: Shop, ...args: string[]): Promise<{ code: number; text: string }> {
  const program = join(__dirname, "../../provider/bin/pulumi-dcs-backup.js");
  const options = { cwd: stack.folder, env: stack.env };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, "leftovers", ...args], options, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, text: out + err });
    });
  });
}
