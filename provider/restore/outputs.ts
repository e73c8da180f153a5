import type { Connection } from "../dcs/connection";
import type { ListedRestore } from "../dcs/wire-restores";
import type { RestoreInputs } from "./inputs";

/** What the state holds of a restore. Later releases only add to it. */
export interface RestoreOutputs extends RestoreInputs {
  readonly region: string;
  readonly projectId: string;
  readonly endpoint: string;
  readonly restoreId: string;
  /** What the remark of its record holds. */
  readonly mark: string;
  readonly status: string;
  /** When the service took the order, as far as we know; ISO 8601. */
  readonly requestedAt: string;
  /** Whether the service has listed it yet. */
  readonly listed: boolean;
  readonly name?: string;
  readonly backupName?: string;
  readonly createdAt?: string;
  readonly finishedAt?: string;
  readonly errorCode?: string;
}

/** The outputs of a restore that was ordered and has not been listed yet. */
export function orderedOutputs(
  inputs: RestoreInputs,
  { region, projectId, endpoint }: Connection,
  { id: restoreId, requestedAt }: { readonly id: string; readonly requestedAt: number },
  mark: string,
): RestoreOutputs {
  const ordered = { restoreId, status: "waiting", requestedAt: new Date(requestedAt).toISOString(), listed: false };
  return { ...inputs, region, projectId, endpoint, mark, ...ordered };
}

/** The outputs with what the service says now. */
export function listedOutputs(outputs: RestoreOutputs, restore: ListedRestore): RestoreOutputs {
  const { name, backupName, createdAt, finishedAt, errorCode, status } = restore;
  const said = Object.entries({ name, backupName, createdAt, finishedAt, errorCode });
  const known = Object.fromEntries(said.filter(([, value]) => value !== undefined));
  return { ...outputs, ...known, status, listed: true };
}

/** The outputs with new inputs; what was resolved, and what the service said, stays. */
export function withInputs(outputs: RestoreOutputs, inputs: RestoreInputs): RestoreOutputs {
  const { apiVersion: _apiVersion, cloud: _cloud, timeouts: _timeouts, ...kept } = outputs;
  const { region, projectId, endpoint } = outputs;
  return { ...kept, ...inputs, region, projectId, endpoint: inputs.endpoint ?? endpoint };
}

/** `<instance_id>/<restore_id>`. */
export function restoreIdOf({ instanceId, restoreId }: Pick<RestoreOutputs, "instanceId" | "restoreId">): string {
  return `${instanceId}/${restoreId}`;
}
