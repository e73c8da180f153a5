import type { RunningSimulator } from "../../simulator/index";
import { CallFailure, type hostCalls } from "./host-calls";
import { PROVIDER_TEXT } from "./provider-text";

/** The URN of the one resource of these stacks. */
export const OWNER = "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/dcs:Backup::before-release";

/** A stack's configuration that leads to a simulator. */
export function settingsOf({ card, url }: RunningSimulator): Record<string, string> {
  return {
    "dcs:region": card.region,
    "dcs:projectId": card.projectId,
    "dcs:endpoint": url,
    "dcs:accessKey": card.accessKey,
    "dcs:secretKey": card.secretKey,
  };
}

/** The inputs of a backup of the simulator's first instance, checked by the host. */
export async function checkedInputs(
  calls: Pick<ReturnType<typeof hostCalls>, "check">,
  { card }: RunningSimulator,
  args: Record<string, unknown> = {},
) {
  const given = { __provider: PROVIDER_TEXT, owner: OWNER, instanceId: card.instances[0]?.id, ...args };
  const { inputs, failures } = await calls.check({}, given);
  if (failures.length > 0) throw new Error(`The inputs were refused: ${JSON.stringify(failures)}`);
  return inputs;
}

/** The backups that exist now. */
export function backupsOf(simulator: RunningSimulator) {
  const all = simulator.world().instances.flatMap(({ backups }) => backups);
  return all.filter(({ deletedAt }) => !deletedAt);
}

/** How a call failed that had to. */
export async function failureOf(call: Promise<unknown>): Promise<CallFailure> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CallFailure)) throw new Error("The call should have failed.");
  return error;
}
