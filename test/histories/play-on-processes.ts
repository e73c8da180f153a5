import type { History } from "./history";
import { openGate } from "./gate";
import { startHost } from "./host";
import { playIn } from "./play";
import { type DynamicHost, processHost } from "./process-host";
import { SharedClock } from "./shared-clock";
import { mustHold } from "./violation";
import { openWorld } from "./world";

/** Plays a history with Pulumi's own dynamic hosts, each a process, which send their requests over HTTP and die by signals. */
export async function playOnProcesses(history: History): Promise<void> {
  const clock = new SharedClock();
  const gates = { dev: await openGate(clock), prod: await openGate(clock) };
  const world = openWorld(history, clock, { dev: gates.dev.url, prod: gates.prod.url });
  const alive = new Set<DynamicHost>();
  const street = { world, clock, alive };
  let hosts = 0;
  try {
    await playIn(world, history.steps, (_world, stack, cut) => {
      hosts += 1;
      const means = { ...street, gate: gates[stack], settings: world.settingsOf(stack), seed: hosts };
      return startHost(world, stack, cut, (border) => processHost(means, border));
    });
    mustHold(alive.size === 0, `In the end ${alive.size} hosts are still there.`);
  } finally {
    await Promise.all([...alive].map((host) => host.stop()));
    await Promise.all([gates.dev.close(), gates.prod.close()]);
  }
}
