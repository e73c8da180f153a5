import { backup, shops } from "../engine/shop";

const open = shops();

test("every argument may be an output", async () => {
  const shop = await open("");
  const { card, url } = shop.simulator;
  const values = {
    ...{ instanceId: card.instances[0]?.id, region: card.region, projectId: card.projectId, endpoint: url },
    ...{ apiVersion: "v2", backupFormat: "rdb", description: "as outputs", whenGone: "keep" },
    ...{ triggers: { release: 1, parts: ["a", { b: null }] }, timeouts: { create: "10m", read: "1m", delete: "10m" } },
  };
  const program = (args: object) => `
    const values = ${JSON.stringify(args)};
    const outputs = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, pulumi.output(value)]));
    new Backup("before-release", outputs);`;
  shop.change(program(values));
  await shop.stack.up();
  expect((await shop.known())[0]?.outputs).toMatchObject(values);
  shop.requests();
  expect(await shop.stack.up()).toMatch(/unchanged/);
  expect(shop.requests()).toEqual([]);
  await shop.stack.destroy();

  const adopted = shop.simulator.addInstance({ name: "legacy", backups: [{}] });
  const backupId = adopted.backups[0]?.id;
  shop.change(program({ instanceId: adopted.id, adopt: backupId }));
  await shop.stack.up();
  expect((await shop.known())[0]?.outputs).toMatchObject({ backupId, status: "succeed" });
  await shop.stack.destroy();
  expect(shop.backups()).toEqual([]);
});

test("a secret description stays secret when the create is refused, times out, fails a check, changes and is shown as a diff", async () => {
  const secret = (text: string, opts = "") => backup({ args: `description: pulumi.secret("${text}")`, opts });
  const shop = await open(secret("first-private-words"), { pace: 600 });
  shop.simulator.fault({ match: { method: "POST" }, then: { answer: { code: "DCS.4098" } } });
  const texts = [await shop.fails("up")];
  shop.change(secret("first-private-words", `customTimeouts: { create: "1s" }`));
  texts.push(await shop.fails("up"));
  expect(shop.backups()[0]?.remark).toMatch(/^first-private-words pulumi-/);
  texts.push(await shop.stack.must("stack", "export"));
  shop.simulator.advance("10m");

  shop.change(secret("other-private-words"));
  texts.push(await shop.stack.must("preview", "--diff"), await shop.stack.up(), await shop.refresh("--diff"));
  shop.change(secret("long-private-words".repeat(9)));
  texts.push(await shop.fails("up"));
  texts.push(await shop.stack.must("stack", "export"), await shop.stack.destroy("--diff"));
  for (const text of texts) expect(text).not.toMatch(/private-words/);
  expect(shop.backups()).toEqual([]);
});

test("a secret trigger stays secret at any depth, and a change of it takes a new backup", async () => {
  const secret = (text: string) =>
    backup({ args: `triggers: { image: { token: pulumi.secret("${text}") }, release: 1 }` });
  const shop = await open(secret("first-private-words"));
  const texts = [await shop.stack.up(), await shop.stack.must("stack", "export")];
  shop.change(secret("other-private-words"));
  texts.push(
    await shop.stack.must("preview", "--diff"),
    await shop.stack.up(),
    await shop.stack.must("stack", "export"),
  );
  expect(texts[3]).toMatch(/replaced/);
  texts.push(await shop.stack.destroy());
  for (const text of texts) expect(text).not.toMatch(/private-words/);
  expect(shop.backups()).toEqual([]);
});
