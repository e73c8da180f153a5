import { backup, shops } from "../engine/shop";

const open = shops();

/** Another resource of the program, whose output `known` is unknown until it is made, and again when it changes. */
const other = (value: string, opts = "") => `
  const other = new (class extends pulumi.dynamic.Resource {
    constructor() {
      super({
        async diff(id, olds, news) { return olds.value === news.value ? { changes: false } : {}; },
        async create({ value }) { return { id: "other", outs: { value, known: value } }; },
        async update(id, olds, { value }) { return { outs: { value, known: value } }; },
      }, "other", { value: ${value}, known: undefined }, { ${opts} });
    }
  })();`;

test("the ID of an instance that is not made yet is unknown in a preview, which says create, then replace, and sends nothing", async () => {
  const program = (instance: string) => other(instance) + backup({ of: "other.known" });
  const shop = await open(program("sessions"));
  expect(await shop.stack.must("preview")).toMatch(/before-release create/);
  expect(shop.requests()).toEqual([]);
  await shop.stack.up();
  expect(shop.requests()).toEqual(["POST 200", "GET 200"]);

  shop.change(program("catalogue"));
  expect(await shop.stack.must("preview")).toMatch(/before-release replace/);
  expect(shop.requests()).toEqual([]);
  await shop.stack.up();
  expect(shop.requests()).toEqual(["POST 200", "GET 200", "DELETE 200", "GET 200"]);
  const [, catalogue] = shop.simulator.card.instances;
  expect((await shop.known())[0]?.outputs["instanceId"]).toBe(catalogue?.id);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("a trigger that is unknown at any depth previews as a replacement, and is none when it turns out to be the same", async () => {
  const program = (value: string, text: string) =>
    other(value) + backup({ args: `triggers: { image: { digest: other.known.apply((known) => ${text}) } }` });
  const shop = await open(program(`"1"`, `"always the same"`));
  expect(await shop.stack.must("preview")).toMatch(/before-release create/);
  await shop.stack.up();
  shop.requests();

  shop.change(program(`"2"`, `"always the same"`));
  expect(await shop.stack.must("preview")).toMatch(/before-release replace/);
  await shop.stack.up();
  expect(shop.requests()).toEqual([]);

  shop.change(program(`"3"`, `known`));
  await shop.stack.up();
  expect(shop.requests()).toEqual(["POST 200", "GET 200", "DELETE 200", "GET 200"]);
  expect((await shop.known())[0]?.outputs["triggers"]).toEqual({ image: { digest: "3" } });
  await shop.stack.destroy();
});

test("when the instance is deleted before it is replaced, its backup is deleted before that, and the new one comes last", async () => {
  const opts = `deleteBeforeReplace: true, replaceOnChanges: ["value"]`;
  const program = (instance: string) => other(instance, opts) + backup({ of: "other.known" });
  const shop = await open(program("sessions"));
  await shop.stack.up();
  shop.requests();
  shop.change(program("catalogue"));
  await shop.stack.up();
  expect(shop.requests()).toEqual(["DELETE 200", "GET 200", "POST 200", "GET 200"]);
  const [stored, ...others] = await shop.known();
  expect(others).toEqual([]);
  expect(shop.backups().map(({ id }) => id)).toEqual([stored?.outputs["backupId"]]);
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("Backup.get of an ID that is not known yet waits for it, and what it tells may be a trigger", async () => {
  const shop = await open("");
  const instance = shop.simulator.addInstance({ name: "legacy", backups: [{}] });
  const found = instance.backups[0]?.id ?? "";
  shop.change(`
    ${other(`"${instance.id}/${found}"`)}
    const found = Backup.get("found", other.known);
    ${backup({ args: "triggers: { size: found.size }" })}`);
  await shop.stack.must("preview");
  expect(shop.requests()).toEqual([]);
  await shop.stack.up();
  expect(shop.requests()).toEqual(["GET 200", "POST 200", "GET 200"]);

  shop.simulator.changeBackup(found, { size: 77 });
  expect(await shop.stack.up()).toMatch(/replaced/);
  expect(shop.requests()).toEqual(["GET 200", "POST 200", "GET 200", "DELETE 200", "GET 200"]);
  await shop.stack.destroy();
  expect(shop.backups().map(({ id }) => id)).toEqual([found]);
});

test("Backup.get at a place that is not known yet asks nothing in a preview, and not the configured place either", async () => {
  const shop = await open("");
  const instance = shop.simulator.addInstance({ name: "legacy", backups: [{}] });
  const id = `${instance.id}/${instance.backups[0]?.id ?? ""}`;
  await shop.stack.must("config", "set", "dcs:endpoint", "http://127.0.0.1:9");
  shop.change(`
    ${other("url")}
    const found = Backup.get("found", "${id}", { endpoint: other.known });
    exports.status = found.status;`);
  expect(await shop.stack.must("preview")).toMatch(/status *: \[unknown\]/);
  expect(shop.requests()).toEqual([]);
  await shop.stack.up();
  expect(shop.requests()).toEqual(["GET 200"]);
  expect((await shop.known())[0]).toMatchObject({ id, outputs: { endpoint: shop.simulator.url } });
  await shop.stack.destroy();
});
