import type { BackupFormat } from "../dcs/api-versions";
import type { PlaceArguments } from "../dcs/connection";

/** A rotation's inputs, as `check` let them pass; `mark` and `owner` are ours. */
export interface RotationInputs extends PlaceArguments {
  readonly instanceId: string;
  readonly keep: number;
  readonly triggers?: unknown;
  readonly description?: string;
  readonly backupFormat?: BackupFormat;
  readonly timeouts?: unknown;
  readonly mark: string;
  /** The resource's URN. */
  readonly owner: string;
}
