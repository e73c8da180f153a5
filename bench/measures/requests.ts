import { startService } from "../service";
import { makeStack } from "../stack";
import type { Figures } from "../results";
import { DESTROY, UP } from "./runs";

const COUNT = 5;
const RESOURCE = "pulumi-nodejs:dynamic/dcs:Backup";

interface Exported {
  readonly deployment: {
    readonly resources: readonly { type: string; inputs: Record<string, unknown>; outputs: Record<string, unknown> }[];
  };
}

/** Requests and tokens, as the simulator's journal has them, and what the state holds of a backup. */
export async function measureRequests(): Promise<Figures> {
  const simulator = await startService(COUNT);
  const withKeys = await makeStack("ours", COUNT, simulator);
  await withKeys.run(UP);
  const state = JSON.parse(await withKeys.run(["stack", "export"])) as Exported; // Pulumi's own form
  await withKeys.run(DESTROY);
  const requests = simulator.journal().length / COUNT;
  withKeys.remove();

  simulator.reset();
  const withPassword = await makeStack("ours", COUNT, simulator, "password");
  const tokens = () => simulator.journal().filter(({ path }) => path.startsWith("/v3/auth/tokens")).length;
  await withPassword.run(UP);
  const ofUp = tokens();
  await withPassword.run(DESTROY);
  const ofDestroy = tokens() - ofUp;
  withPassword.remove();
  await simulator.close();

  const backups = state.deployment.resources.filter(({ type }) => type === RESOURCE);
  const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
  return {
    requests: { value: requests },
    tokens: { value: Math.max(ofUp, ofDestroy) },
    text: { value: Math.max(...backups.map(({ outputs }) => Buffer.byteLength(String(outputs["__provider"])))) },
    state: { value: Math.max(...backups.map(({ inputs, outputs }) => bytes(inputs) + bytes(outputs))) },
  };
}
