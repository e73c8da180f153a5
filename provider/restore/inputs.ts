import type { PlaceArguments } from "../dcs/connection";

/** A restore's inputs, as `check` let them pass; `owner` is ours. */
export interface RestoreInputs extends PlaceArguments {
  /** The instance that is overwritten. */
  readonly instanceId: string;
  readonly backupId: string;
  readonly overwrite: true;
  readonly triggers?: unknown;
  readonly timeouts?: unknown;
  /** The resource's URN. */
  readonly owner: string;
}
