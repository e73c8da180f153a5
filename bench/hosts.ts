import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { RunningSimulator } from "../simulator/index";
import { startDynamicHost } from "../test/support/dynamic-host";
import { PROVIDER_TEXT } from "../test/support/provider-text";
import { settingsOf } from "../test/support/simulated-stack";
import { NOTHING_TEXT, WAITING_TEXT, writeProject } from "./programs";
import { LOCAL } from "./root";

const TEXTS = { ours: PROVIDER_TEXT, nothing: NOTHING_TEXT, waiting: WAITING_TEXT };

/** Pulumi's dynamic host by itself, with calls as the engine makes them; no CLI, no program. */
export async function startHost(kind: keyof typeof TEXTS, simulator: RunningSimulator) {
  mkdirSync(LOCAL, { recursive: true });
  const folder = mkdtempSync(join(LOCAL, "bench-host-"));
  writeProject(folder, kind, []);
  const host = await startDynamicHost(settingsOf(simulator), {}, { longestCall: 10 * 60_000, folder });
  const ids = simulator.card.instances.map(({ id }) => id);
  return {
    ...host,
    ids,
    /** What the program gives to the engine for this instance. */
    given: (instanceId: string) => ({
      instanceId,
      owner: `urn:pulumi:dev::bench::pulumi-nodejs:dynamic/dcs:Backup::backup-${instanceId}`,
      __provider: TEXTS[kind],
    }),
    async stop() {
      await host.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
