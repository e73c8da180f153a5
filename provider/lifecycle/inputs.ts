import type { BackupFormat } from "../dcs/api-versions";
import type { PlaceArguments } from "../dcs/connection";

/** A backup's inputs, as `check` let them pass; `mark` and `owner` are ours. */
export interface BackupInputs extends PlaceArguments {
  readonly instanceId: string;
  readonly description?: string;
  readonly triggers?: unknown;
  readonly backupFormat?: BackupFormat;
  readonly timeouts?: unknown;
  readonly mark: string;
  /** The resource's URN. */
  readonly owner: string;
}
