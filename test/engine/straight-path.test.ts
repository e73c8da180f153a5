import { rmSync } from "node:fs";
import { join } from "node:path";
import { PROVIDER_TEXT } from "../support/provider-text";
import { backup, release, shops, until } from "./shop";

const open = shops();

test("up takes a backup, an unchanged up and a preview send nothing, destroy deletes it with the stored IDs", async () => {
  const shop = await open(backup({ args: `description: "before release"` }), { pace: 3 });
  expect(await shop.stack.must("preview")).toMatch(/\+ 2 to create/);
  expect(shop.requests()).toEqual([]);

  const up = await shop.stack.up();
  expect(up).toMatch(/backup_\d{14} \d+ %, \d+ s/);
  expect(up).toMatch(/backup_\d{14} done, /);
  expect(shop.backups()).toHaveLength(1);
  const [stored] = await shop.known();
  expect(stored?.inputs["__provider"]).toBe(PROVIDER_TEXT);
  expect(stored?.outputs["__provider"]).toBe(PROVIDER_TEXT);
  expect(stored?.outputs["mark"]).toMatch(/^pulumi-[0-9a-f]{6}-[a-z0-9]{8}$/);
  expect(shop.backups()[0]?.remark).toBe(`before release ${String(stored?.outputs["mark"])}`);
  const size =
    Buffer.byteLength(JSON.stringify({ ...stored?.inputs })) + Buffer.byteLength(JSON.stringify(stored?.outputs));
  expect(size - 4 * PROVIDER_TEXT.length).toBeLessThan(1_500);
  expect(Buffer.byteLength(PROVIDER_TEXT)).toBeLessThanOrEqual(64);

  shop.requests();
  expect(await shop.stack.up()).toMatch(/unchanged/);
  expect(shop.requests()).toEqual([]);

  expect(await shop.stack.destroy()).toContain("deleted: the instance no longer lists it");
  expect(shop.requests()).toEqual(["DELETE 200", "GET 200"]);
  expect(shop.backups()).toEqual([]);
  const [deletion] = shop.simulator.journal().filter(({ method }) => method === "DELETE");
  const { projectId, instanceId, backupId } = stored?.outputs ?? {};
  expect(deletion?.path).toBe(`/v1.0/${String(projectId)}/instances/${String(instanceId)}/backups/${String(backupId)}`);
});

test("changed triggers take the new backup first and delete the old one after", async () => {
  const shop = await open(release(1));
  await shop.stack.up();
  shop.requests();
  const [old] = shop.backups();
  shop.change(release(2));
  expect(await shop.stack.up()).toMatch(/replaced/);
  expect(shop.requests()).toEqual(["POST 200", "GET 200", "DELETE 200", "GET 200"]);
  const [stored, ...others] = await shop.known();
  expect(others).toEqual([]);
  expect(stored?.outputs["backupId"]).not.toBe(old?.id);
  expect(shop.backups().map(({ id }) => id)).toEqual([stored?.outputs["backupId"]]);
  await shop.stack.destroy();
});

test("destroy needs no program, only the package", async () => {
  const shop = await open(backup());
  await shop.stack.up();
  rmSync(join(shop.stack.folder, "index.js"));
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("Ctrl-C during the wait keeps the ID, and the next up goes on waiting for the same backup", async () => {
  const shop = await open(backup(), { pace: 600 });
  const running = shop.stack.start(["up", "--yes", "--skip-preview"]);
  await until(() => /backup_\d{14}/.test(running.text()));
  running.child.kill("SIGINT");
  const { code, text } = await running.ended;
  expect(code).not.toBe(0);
  expect(text).toContain("as Pulumi was asked to stop. The next pulumi up goes on waiting");
  const [stored] = await shop.stack.stored();
  expect(stored?.id).toBe(`${shop.simulator.card.instances[0]?.id ?? ""}/${shop.backups()[0]?.id ?? ""}`);
  expect(stored?.initErrors).toHaveLength(1);

  shop.simulator.advance("10m");
  await shop.stack.up();
  expect((await shop.known())[0]).toMatchObject({ id: stored?.id, outputs: { status: "succeed" } });
  expect(shop.simulator.journal().filter(({ method }) => method === "POST")).toHaveLength(1);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("no secret of the configuration is in the exported state or in any output", async () => {
  const program = `const taken = ${backup({ args: `description: pulumi.secret("a-private-remark")` })}
    exports.description = taken.description;`;
  const shop = await open(program, { pace: 1 });
  const { must, up, destroy } = shop.stack;
  const texts = [await must("preview"), await up(), await must("stack", "export")];
  texts.push(await must("stack", "output", "--json"), await destroy());
  for (const text of texts) {
    expect(text).not.toContain(shop.simulator.card.secretKey);
    expect(text).not.toContain("a-private-remark");
  }
});
