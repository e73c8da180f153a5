import { type RunningSimulator, startSimulator } from "../../simulator/index";
import { startDynamicHost } from "../support/dynamic-host";
import { RESTORE_TEXT, ROTATION_TEXT } from "../support/provider-text";
import { backupsOf, failureOf, settingsOf } from "../support/simulated-stack";

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

const ownerOf = (type: string) => `urn:pulumi:dev::shop::pulumi-nodejs:dynamic/dcs:${type}::it`;
const instance = (index: number) => simulator.card.instances[index]?.id;

async function rotationInputs(args: Record<string, unknown>, olds: Record<string, unknown> = {}) {
  const own = { __provider: ROTATION_TEXT, owner: ownerOf("BackupRotation"), instanceId: instance(0) };
  const { inputs, failures } = await host.check(olds, { ...own, ...args });
  expect(failures).toEqual([]);
  return inputs;
}

test("the real dynamic host runs a rotation, from the text in the state alone", async () => {
  await start(0);
  const inputs = await rotationInputs({ keep: 1, triggers: [1] });
  const { id, outputs } = await host.create(inputs);
  expect(id).toBe(`${String(instance(0))}/${String(inputs["mark"])}`);
  expect(outputs).toMatchObject({ __provider: ROTATION_TEXT, keep: 1, latest: { status: "succeed" } });
  const updated = await host.update(id, outputs, await rotationInputs({ keep: 1, triggers: [2] }, inputs));
  expect(updated.outputs["backups"]).toEqual([updated.outputs["latest"]]);
  expect(updated.outputs["backups"]).not.toEqual(outputs["backups"]);
  expect(await host.read(id, updated.outputs)).toEqual({ id, outputs: updated.outputs });
  await host.remove(id, updated.outputs);
  expect(backupsOf(simulator)).toEqual([]);
  expect(host.noise()).toBe("");
});

test("a step that is not finished in time is a partial result with every ID, the text and the reason", async () => {
  await start(0);
  const inputs = await rotationInputs({ keep: 3, triggers: [1] });
  const { id, outputs } = await host.create(inputs);
  simulator.change({ pace: 600 });
  const wanted = await rotationInputs({ keep: 3, triggers: [2], timeouts: { create: "1s" } }, inputs);
  const failure = await failureOf(host.update(id, outputs, wanted));
  expect(failure.partial).toMatchObject({
    id,
    properties: { __provider: ROTATION_TEXT, triggers: [1], backups: [{ step: "001" }, { step: "000" }] },
    reasons: [expect.stringMatching(/^Waited 1 s for backup/)],
  });
});

test("when the engine dies during the step of a rotation, nothing is deleted, and the host ends", async () => {
  await start(600);
  const creating = host.create(await rotationInputs({ keep: 3 })).catch(() => undefined);
  while (backupsOf(simulator).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  host.closeInput();
  await host.exited;
  await creating;
  simulator.advance("20m");
  expect(backupsOf(simulator)).toHaveLength(1);
  expect(simulator.journal().some(({ method }) => method === "DELETE")).toBe(false);
});

test("the real dynamic host restores, and forgets without a request", async () => {
  await start(0);
  simulator.changeInstance(instance(0) ?? "", { content: "what it held" });
  const rotation = await host.create(await rotationInputs({ keep: 1 }));
  const backupId = (rotation.outputs["latest"] as { backupId: string }).backupId; // as the class describes it
  const own = { __provider: RESTORE_TEXT, owner: ownerOf("Restore"), instanceId: instance(1), backupId };
  expect((await host.check({}, own)).failures).toEqual([
    { property: "", reason: expect.stringMatching(/^overwrite must be true: /) as string },
  ]);
  const { inputs } = await host.check({}, { ...own, overwrite: true });
  const { id, outputs } = await host.create(inputs);
  expect(outputs).toMatchObject({ __provider: RESTORE_TEXT, status: "succeed", backupId });
  expect(simulator.world().instances[1]?.content).toBe("what it held");
  expect(await host.read(id, outputs)).toEqual({ id, outputs });
  const before = simulator.journal().length;
  await host.remove(id, outputs);
  expect(simulator.journal()).toHaveLength(before);
  expect(host.messages.at(-1)).toMatchObject({ urn: ownerOf("Restore") });
});
