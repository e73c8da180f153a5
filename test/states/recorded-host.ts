import { type RunningSimulator, startSimulator, type WorldSpec } from "../../simulator/index";
import { hostCalls } from "../support/host-calls";
import { startHostProcess } from "../support/host-process";
import { backupsOf, settingsOf } from "../support/simulated-stack";
import { type RecordedState, resourceIn, textOf } from "./recorded";

/** The resource of a recorded state, in a cloud that has what it tells of, before a host that is ready to work on it. */
export async function openRecorded(state: RecordedState, world: WorldSpec) {
  const simulator: RunningSimulator = await startSimulator({ world, pace: 0 });
  const host = await startHostProcess({ lastArgument: "none" });
  const calls = hostCalls(host.port);
  await calls.configure(settingsOf(simulator));
  return {
    simulator,
    host,
    calls,
    resource: resourceIn(textOf(state, simulator.url)),
    requests: () => simulator.journal().map(({ method }) => method),
    remarks: () => backupsOf(simulator).map(({ remark }) => remark),
    async close() {
      calls.close();
      await host.kill();
      await simulator.close();
    },
  };
}
