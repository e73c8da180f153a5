import { startSimulator, type RunningSimulator } from "../../simulator/index";
import { hostCalls } from "../support/host-calls";
import { startHostProcess } from "../support/host-process";
import { backupsOf, settingsOf } from "../support/simulated-stack";
import { backupIn, type RecordedState, recordedStates, textOf } from "./recorded";
import { worldOf } from "./recorded-world";

// Whoever took a backup with an old release can delete it with this one: the state of then and the code of now.

const TWIN = "9e1b5c04-7f3a-4d26-8c11-b0a7d94e6f52";

let simulator: RunningSimulator;
let host: Awaited<ReturnType<typeof startHostProcess>>;
let calls: ReturnType<typeof hostCalls>;

afterEach(async () => {
  calls.close();
  await host.kill();
  await simulator.close();
});

/** The backup of a recorded state, in a cloud that has it, before a host that is ready to work on it. */
async function open(state: RecordedState) {
  const repeated = state.name === "repeated";
  const world = worldOf(backupIn(textOf(state, "")), repeated ? TWIN : undefined);
  simulator = await startSimulator({ world, pace: 0 });
  host = await startHostProcess({ lastArgument: "none" });
  calls = hostCalls(host.port);
  await calls.configure(settingsOf(simulator));
  return backupIn(textOf(state, simulator.url));
}

const requests = () => simulator.journal().map(({ method }) => method);
const remarks = () => backupsOf(simulator).map(({ remark }) => remark);

const STATES = recordedStates().map((state) => [`${state.release}, ${state.name}`, state] as const);

test.each(STATES)("what the state of %s holds is deleted, and nothing else", async (_, state) => {
  const { id, outputs } = await open(state);
  await calls.remove(id, { ...outputs });
  expect(remarks()).toEqual(["somebody else's"]);
  const again = state.name === "repeated" ? ["GET", "DELETE", "GET"] : [];
  expect(requests()).toEqual(["DELETE", "GET", ...again]);
  expect(host.noise()).toBe("");
});

test.each(STATES)("a refresh of %s finds it, and keeps every field of its outputs", async (_, state) => {
  const { id, outputs } = await open(state);
  const refreshed = await calls.read(id, { ...outputs });
  expect(refreshed.id).toBe(id);
  expect(refreshed.outputs).toEqual(expect.objectContaining(steady(outputs)));
  expect(Object.keys(refreshed.outputs)).toEqual(expect.arrayContaining(Object.keys(outputs)));
  expect(requests()).toEqual(["GET"]);
});

test.each(STATES)("with the program of then, the next up after %s takes no new backup", async (_, state) => {
  const { id, inputs, outputs, initErrors = [] } = await open(state);
  expect(await calls.check({ ...inputs }, { ...inputs })).toEqual({ inputs, failures: [] });
  const unfinished = initErrors.length > 0;
  expect(await calls.diff(id, { ...outputs }, { ...inputs })).toEqual({ changes: unfinished, replaces: [] });
  if (unfinished) await calls.update(id, { ...outputs }, { ...inputs });
  expect(requests()).toEqual(unfinished ? ["GET"] : []);
});

/** What no look changes. */
function steady(outputs: Readonly<Record<string, unknown>>) {
  const { __provider, backupId, instanceId, mark, owner, region, projectId, endpoint } = outputs;
  return { __provider, backupId, instanceId, mark, owner, region, projectId, endpoint };
}
