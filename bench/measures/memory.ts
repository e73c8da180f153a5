import { execFileSync } from "node:child_process";
import { startHost } from "../hosts";
import { inTurns, PAIRS, pairsOf } from "../pairs";
import type { Figures } from "../results";
import { startService } from "../service";
import { difference } from "./runs";

const IN_FLIGHT = 1_000;

/** Milliseconds that the host is watched when all creates have begun to wait. */
const WATCHED = 2_000;

/** The most memory that a host has resident while it waits for 1000 backups, beside one whose provider only waits. MB. */
export async function measureMemory(): Promise<Figures> {
  const simulator = await startService(IN_FLIGHT, 3_600);
  const most = async (kind: "ours" | "waiting") => {
    simulator.reset();
    const host = await startHost(kind, simulator);
    for (const id of host.ids) void create(host, id);
    const begun = () =>
      kind === "ours" ? simulator.journal().filter(({ method }) => method === "POST").length : host.noise().length;
    let peak = 0;
    for (let until = Infinity; performance.now() < until;) {
      peak = Math.max(peak, residentOf(host.pid ?? 0));
      if (until === Infinity && begun() >= IN_FLIGHT) until = performance.now() + WATCHED;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await host.stop();
    return peak;
  };
  const taken = await inTurns(PAIRS, ["ours", "waiting"], most);
  await simulator.close();
  return { memory: difference(pairsOf(taken.ours, taken.waiting)) };
}

/** It is never answered: the host is killed before. */
async function create(host: Awaited<ReturnType<typeof startHost>>, id: string): Promise<void> {
  try {
    const { inputs } = await host.check({}, host.given(id));
    await host.create(inputs);
  } catch {
    // As said.
  }
}

/** MB. */
function residentOf(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1_024;
}
