import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { startSimulator, type RunningSimulator, type WorldSpec } from "../../simulator/index";
import { makeExample } from "../support/pulumi-stack";

type Example = Awaited<ReturnType<typeof makeExample>>;

let simulator: RunningSimulator;
let example: Example;
afterEach(async () => {
  example.remove();
  await simulator.close();
});

/** Opens an example on a simulator with the world that its README names, in which a backup takes no time. */
async function open(name: string) {
  const file = join(__dirname, "../../examples", name, "world.json");
  const world = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as WorldSpec) : {}; // the simulator checks it
  simulator = await startSimulator({ pace: 0, world });
  example = await makeExample(simulator, name);
}

const set = (key: string, value: string) => example.must("config", "set", key, value);
const outputs = async (...flags: string[]) =>
  JSON.parse(await example.must("stack", "output", "--json", ...flags)) as Record<string, unknown>; // what the program exports
const backups = () => simulator.world().instances.flatMap((instance) => instance.backups);
const present = () => backups().filter(({ deletedAt }) => deletedAt === null);

test("adopt takes over a backup that was made by hand, and deletes it in the end", async () => {
  await open("adopt");
  const [byHand, other] = backups();
  await set("instanceId", simulator.card.instances[0]?.id ?? "");
  await set("backupId", byHand?.id ?? "");
  await example.up();
  expect(await outputs()).toEqual({ backupId: byHand?.id, createdAt: "2026-02-01T03:00:00.000Z", status: "succeed" });
  expect(simulator.journal().map(({ method }) => method)).toEqual(["GET"]);
  expect(await example.up()).toMatch(/2 unchanged/);
  await example.destroy();
  expect(present().map(({ id }) => id)).toEqual([other?.id]);
});

test("lookup finds the newest automatic backup of an instance by its name, and links to its file", async () => {
  await open("lookup");
  await set("instanceName", "sessions");
  expect(await example.must("preview")).toMatch(/createdAt *: "2026-02-02T02:00:00.000Z"/);
  await example.up();
  expect(await outputs()).toMatchObject({
    backupId: backups()[1]?.id,
    canBeBackedUp: true,
    policy: { type: "auto", saveDays: 3 },
    files: "[secret]",
  });
  const { files } = (await outputs("--show-secrets")) as { files: { link: string }[] }; // what the program exports
  const file = await (await fetch(files[0]?.link ?? "")).text();
  expect(file).toContain("what it held at two in the morning");
  await example.destroy();
  expect(simulator.journal().filter(({ method }) => method === "DELETE")).toEqual([]);
  expect(present()).toHaveLength(3);
});

test("before-release takes a backup for each version, and deletes the one before only then", async () => {
  await open("before-release");
  await set("instanceId", simulator.card.instances[0]?.id ?? "");
  await set("version", "1.4.0");
  await example.up();
  expect(await example.up()).toMatch(/2 unchanged/);
  const [first] = present();
  expect(first?.remark).toMatch(/^before release 1\.4\.0 pulumi-/);

  await set("version", "1.5.0");
  await example.up();
  expect(present().map(({ remark }) => remark)).toEqual([expect.stringMatching(/^before release 1\.5\.0 /)]);
  expect((await outputs())["triggers"]).toEqual({ version: "1.5.0" });
  const orders = simulator.journal().filter(({ method }) => method !== "GET");
  expect(orders.map(({ method }) => method)).toEqual(["POST", "POST", "DELETE"]);

  await example.destroy();
  expect(present()).toEqual([]);
});

test("rotation keeps the last backups of so many versions, and fewer when it is told so", async () => {
  await open("rotation");
  await set("instanceId", simulator.card.instances[0]?.id ?? "");
  for (const version of ["1.4.0", "1.5.0", "1.6.0", "1.7.0"]) {
    await set("version", version);
    await example.up();
    simulator.advance("1h");
  }
  expect(present().map(({ remark }) => remark?.split(" pulumi-")[0])).toEqual(
    ["1.5.0", "1.6.0", "1.7.0"].map((version) => `before release ${version}`),
  );
  expect((await outputs())["latest"]).toBe(present().at(-1)?.id);
  expect(await example.up()).toMatch(/2 unchanged/);

  await set("keep", "1");
  await example.up();
  expect(present()).toHaveLength(1);
  await example.destroy();
  expect(present()).toEqual([]);
});

test("restore-drill brings what one instance holds into another, once for each drill, where it can be compared", async () => {
  await open("restore-drill");
  const [production, spare] = simulator.card.instances;
  await set("production", production?.id ?? "");
  await set("spare", spare?.id ?? "");
  await set("drill", "2026-03");
  await example.up();
  const contents = () => simulator.world().instances.map(({ content }) => content);
  expect(contents()).toEqual(["revision 7 of everything", "revision 7 of everything"]);
  expect(await outputs()).toMatchObject({ status: "succeed", restored: backups()[0]?.name });
  expect(await example.up()).toMatch(/3 unchanged/);

  simulator.changeInstance(production?.id ?? "", { content: "revision 8 of everything" });
  await set("drill", "2026-04");
  await example.up();
  expect(contents()).toEqual(["revision 8 of everything", "revision 8 of everything"]);
  expect(present()).toHaveLength(1);
  await example.destroy();
  expect(present()).toEqual([]);
  expect(contents()[1]).toBe("revision 8 of everything");
});
