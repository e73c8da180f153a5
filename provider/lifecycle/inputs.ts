import type { BackupFormat } from "../dcs/api-versions";
import type { PlaceArguments } from "../dcs/connection";

/** What becomes of a resource whose backup is gone. */
type WhenGone = "recreate" | "keep";

/** A backup's inputs, as `check` let them pass; `mark` and `owner` are ours. */
export interface BackupInputs extends PlaceArguments {
  readonly instanceId: string;
  readonly description?: string;
  readonly triggers?: unknown;
  readonly backupFormat?: BackupFormat;
  readonly timeouts?: unknown;
  /** The ID of a backup to take over instead of making one. */
  readonly adopt?: string;
  readonly whenGone?: WhenGone;
  readonly mark: string;
  /** The resource's URN. */
  readonly owner: string;
}
