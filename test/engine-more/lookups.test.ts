import { shops } from "../engine/shop";

const open = shops();

const IMPORTS = `const dcs = require("pulumi-dcs-backup");`;

/** Another resource, whose output `known` is unknown until it is made. */
const other = (value: string) => `
  const other = new (class extends pulumi.dynamic.Resource {
    constructor() {
      super({ async create({ value }) { return { id: "other", outs: { value, known: value } }; } },
        "other", { value: ${value}, known: undefined });
    }
  })();`;

test("the newest automatic backup of an instance found by its name is seen in a preview and in an up, and nothing is changed", async () => {
  const shop = await open("");
  const backups = [
    { type: "auto" as const, createdAt: "2026-01-01T02:00:00Z" },
    { type: "auto" as const, createdAt: "2026-01-02T02:00:00Z" },
    { remark: "by hand", createdAt: "2026-01-03T02:00:00Z" },
  ];
  const instance = shop.simulator.addInstance({ name: "legacy", backups });
  shop.change(`${IMPORTS}
    module.exports = async () => {
      const { instanceId, canBeBackedUp } = await dcs.getInstance({ name: "legacy" });
      const { backupId, createdAt } = await dcs.getBackup({ instanceId, type: "auto", mostRecent: true });
      const all = await dcs.getBackups({ instanceId });
      return { instanceId, canBeBackedUp, backupId, createdAt, count: all.length };
    };`);
  expect(await shop.stack.must("preview")).toMatch(/createdAt *: "2026-01-02T02:00:00.000Z"/);
  await shop.stack.up();
  expect(JSON.parse(await shop.stack.must("stack", "output", "--json"))).toEqual({
    instanceId: instance.id,
    canBeBackedUp: true,
    backupId: instance.backups[1]?.id,
    createdAt: "2026-01-02T02:00:00.000Z",
    count: 3,
  });
  expect(new Set(shop.requests())).toEqual(new Set(["GET 200"]));
  await shop.stack.destroy();
  expect(shop.backups()).toHaveLength(3);
});

test("an Output twin waits for what is not made yet, and keeps its result unknown in a preview", async () => {
  const shop = await open("");
  const instance = shop.simulator.addInstance({ name: "legacy", backups: [{ size: 7 }] });
  shop.change(`${IMPORTS} ${other(`"${instance.id}"`)}
    exports.size = dcs.getBackupOutput({ instanceId: other.known }).size;`);
  expect(await shop.stack.must("preview")).toMatch(/size *: \[unknown\]/);
  expect(shop.requests()).toEqual([]);
  await shop.stack.up();
  expect(await shop.stack.must("stack", "output", "size")).toBe("7\n");
  expect(shop.requests()).toEqual(["GET 200"]);
});

test("download links are secrets in the state and on the screen, and lead to the file", async () => {
  const shop = await open("");
  const instance = shop.simulator.addInstance({ name: "legacy", backups: [{ size: 4_000 }] });
  shop.change(`${IMPORTS}
    const { instanceId, backupId } = ${JSON.stringify({ instanceId: instance.id, backupId: instance.backups[0]?.id })};
    exports.links = dcs.getBackupFileLinksOutput({ instanceId, backupId, expiration: 300 }).links;`);
  const shown = await shop.stack.up();
  expect(shown).toMatch(/links *: \[secret\]/);
  expect(await shop.stack.must("stack", "export")).not.toContain("Signature=");
  const [file] = JSON.parse(await shop.stack.must("stack", "output", "links", "--show-secrets", "--json")) as {
    link: string;
  }[]; // what getBackupFileLinks gives
  expect((await (await fetch(file?.link ?? "")).arrayBuffer()).byteLength).toBe(4_000);
});

test("a lookup that finds nothing ends the program with a sentence and no stack", async () => {
  const shop = await open(`${IMPORTS} module.exports = dcs.getInstance({ name: "nobody" });`);
  const text = await shop.fails("up");
  expect(text).toMatch(/No DCS instance of project .* is named "nobody"\. There are sessions, catalogue, scratch\./);
  expect(text).not.toMatch(/^\s+at /m);
  shop.change(`${IMPORTS} exports.backup = dcs.getBackupOutput({ instanceId: sessions });`);
  expect(await shop.fails("up")).not.toMatch(/^\s+at /m);
});
