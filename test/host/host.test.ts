import { startSimulator, type RunningSimulator } from "../../simulator/index";
import { startDynamicHost } from "../support/dynamic-host";
import { PROVIDER_TEXT } from "../support/provider-text";
import { backupsOf, checkedInputs, failureOf, OWNER, settingsOf } from "../support/simulated-stack";

let simulator: RunningSimulator;
let host: Awaited<ReturnType<typeof startDynamicHost>>;

async function start(pace: number) {
  simulator = await startSimulator({ pace });
  host = await startDynamicHost(settingsOf(simulator));
}

afterEach(async () => {
  await host.stop();
  await simulator.close();
});

const checked = (args?: Record<string, unknown>) => checkedInputs(host, simulator, args);
const backups = () => backupsOf(simulator);

test("the real dynamic host takes a backup and deletes it, from the text in the state alone", async () => {
  await start(0);
  const { id, outputs } = await host.create(await checked());
  expect(outputs).toMatchObject({ __provider: PROVIDER_TEXT, status: "succeed", region: "eu-de" });
  expect(backups()).toHaveLength(1);
  const read = await host.read(id, outputs);
  expect(read).toEqual({ id, outputs });
  await host.remove(id, outputs);
  expect(backups()).toEqual([]);
  expect((await host.read(id, outputs)).id).toBe("");
  expect(host.noise()).toBe("");
});

test("a warning stays among the run's diagnostics, as progress does not", async () => {
  simulator = await startSimulator({ pace: 0 });
  host = await startDynamicHost({ ...settingsOf(simulator), "dcs:insecure": "true" });
  await host.create(await checked());
  const lasting = host.messages.filter(({ ephemeral }) => !ephemeral);
  expect(lasting.map(({ urn }) => urn)).toEqual([OWNER]);
  expect(lasting[0]?.text).toMatch(/^Certificates are not checked \(dcs:insecure of the stack's configuration\)/);
});

test("progress arrives at the engine, on the resource's own row, as ephemeral messages", async () => {
  await start(2);
  await host.create(await checked());
  const texts = host.messages.map(({ text }) => text);
  expect(texts).toContainEqual(expect.stringMatching(/^backup_\d{14} \d+ %, \d+ s$/));
  expect(texts.at(-1)).toMatch(/^backup_\d{14} done, /);
  expect(new Set(host.messages.map(({ urn }) => urn))).toEqual(new Set([OWNER]));
  expect(host.messages.every(({ ephemeral }) => ephemeral)).toBe(true);
});

test("a wait that ends early is a partial create: ID, clean outputs with the provider's text, and a reason", async () => {
  await start(600);
  const failure = await failureOf(host.create(await checked({ timeouts: { create: "500ms" } })));
  expect(failure.partial?.reasons).toEqual([expect.stringContaining("The next pulumi up goes on waiting")]);
  expect(failure.partial?.properties).toMatchObject({ __provider: PROVIDER_TEXT, timeouts: { create: "500ms" } });
  expect(failure.partial?.id).toBe(`${simulator.card.instances[0]?.id ?? ""}/${backups()[0]?.id ?? ""}`);
});

test("the engine's Cancel ends a wait of ten minutes at once, with the ID kept", async () => {
  await start(600);
  const creating = failureOf(host.create(await checked()));
  while (host.messages.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const began = performance.now();
  await host.cancel();
  const failure = await creating;
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(failure.partial?.id).toMatch(/.+\/.+/);
  expect(failure.partial?.reasons[0]).toContain("as Pulumi was asked to stop");
});

test("Cancel while nothing runs changes nothing: it comes at the end of every run", async () => {
  await start(0);
  await host.cancel();
  const { outputs } = await host.create(await checked());
  expect(outputs).toMatchObject({ status: "succeed" });
});

test("a refusal is one line without a stack, and nothing is stored", async () => {
  await start(0);
  const single = simulator.card.instances.find(({ cacheMode }) => cacheMode === "single");
  const failure = await failureOf(host.create(await checked({ instanceId: single?.id })));
  expect(failure.partial).toBeUndefined();
  expect(failure.message).toMatch(
    /^Could not take a backup of DCS instance .+single-node instances cannot be backed up/,
  );
  expect(host.noise()).toBe("");
});

test("a delete that fails keeps its sentence, and prints no stack", async () => {
  await start(0);
  const { id, outputs } = await host.create(await checked());
  const failure = await failureOf(host.remove(id, { ...outputs, projectId: "0".repeat(32) }));
  expect(failure.message).toMatch(/^Could not delete backup /);
  expect(failure.message).toContain("pulumi state delete");
  expect(host.noise()).not.toMatch(/^\s+at /m);
  expect(backups()).toHaveLength(1);
});
