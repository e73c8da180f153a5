import type { LookupPlace } from "./place";

/** Which backups of an instance are meant; what is left out does not matter. A change of one of them counts for the next look. */
export interface BackupFilter {
  /** Who took it: `manual` for all that was asked for through the API or the console, `auto` by the instance's policy. Default: either. */
  readonly type?: "manual" | "auto";
  /** Its status, such as `succeed`, `failed` or `backuping`. Default: any but `deleted` and `expired`, whose file is gone. */
  readonly status?: string;
  /** The format of its file, `aof` or `rdb`. Default: either. */
  readonly backupFormat?: "aof" | "rdb";
  /** Only those created after this time; ISO 8601, in UTC unless it says otherwise. Default: at any time. */
  readonly createdAfter?: string;
  /** Only those created before this time; ISO 8601, in UTC unless it says otherwise. Default: at any time. */
  readonly createdBefore?: string;
  /** A part of its remark or of its name, in capitals or not. Default: any remark and name. */
  readonly text?: string;
}

/** What {@link getBackups} asks. A change of one of them counts for the next look. */
export interface GetBackupsArgs extends BackupFilter, LookupPlace {
  /** The ID of the DCS instance whose backups are wanted. */
  readonly instanceId: string;
  /** Only the newest of those that match. Default: `false`: all of them. */
  readonly mostRecent?: boolean;
}

/** What {@link getBackup} asks. A change of one of them counts for the next look. */
export interface GetBackupArgs extends GetBackupsArgs {
  /** The ID of the backup. Default: the one that the filters leave. */
  readonly backupId?: string;
  /** The newest, where several match. Default: `false`: then several are an error. */
  readonly mostRecent?: boolean;
}
