import * as pulumi from "@pulumi/pulumi";
import { type BackupTimeouts, ownInputs, refuseImport, type Shown, timeoutsOf, type Trigger } from "./resource";

const TYPE = "pulumi-nodejs:dynamic/dcs:BackupRotation";

/** What the state holds as provider, for ever: a name and a handover, no code. See docs/decisions/0001-state-text.md. */
const PROVIDER = 'exports.handler=()=>require("pulumi-dcs-backup/provider").rotation';

/** The arguments of a {@link BackupRotation}. */
export interface BackupRotationArgs {
  /**
   * The ID of the DCS instance to back up. Single-node instances cannot be backed up. A change begins a new rotation of the
   * other instance, then **deletes all backups of the old one**.
   */
  instanceId: pulumi.Input<string>;
  /**
   * How many backups to keep, from 1 to 23: DCS keeps 24 of an instance, automatic ones included, and each step takes the new
   * one before it deletes the oldest. A change to a lower number deletes the oldest; to a higher one deletes fewer from then on.
   */
  keep: pulumi.Input<number>;
  /**
   * Any values that stand for an occasion; a hash of them, four characters, stands in the remark. Default: none, so that
   * there is only the first backup. A change of one of them takes one more backup, and only after it succeeded deletes the
   * oldest that exceed `keep`.
   *
   * @example `{ release: "1.4.0" }`
   */
  triggers?: pulumi.Input<pulumi.Input<Trigger>[] | Record<string, pulumi.Input<Trigger>>>;
  /**
   * What the backups are for; it becomes the remark that the console shows, followed by a mark. At most 96 bytes of UTF-8.
   * Default: none. A change counts for the next backup: DCS cannot change a remark.
   */
  description?: pulumi.Input<string>;
  /**
   * The format of the backup files, `aof` or `rdb`; needs `apiVersion` `v2`. Default: DCS's own choice. A change counts for
   * the next backup.
   */
  backupFormat?: pulumi.Input<"aof" | "rdb">;
  /**
   * The region of the instance, such as `eu-de`. Default: the configuration `dcs:region`, then the environment, then
   * clouds.yaml. A change begins a new rotation, then deletes all backups of the old one.
   */
  region?: pulumi.Input<string>;
  /**
   * The ID of the project that the instance belongs to. Default: the configuration `dcs:projectId`, then the
   * environment, then clouds.yaml, then the project that is named like the region. A change begins a new rotation, then
   * deletes all backups of the old one.
   */
  projectId?: pulumi.Input<string>;
  /**
   * The base URL of DCS, without a version. Default: the configuration `dcs:endpoint`, then the environment, then
   * clouds.yaml, then what the region tells. A change is taken over once one of the backups is seen there.
   */
  endpoint?: pulumi.Input<string>;
  /**
   * The version of DCS's API, `v1.0` or `v2`. Default: the configuration `dcs:apiVersion`, then the environment, then
   * clouds.yaml, then `v1.0`. A change is taken over without a request: both address the same backups.
   */
  apiVersion?: pulumi.Input<"v1.0" | "v2">;
  /**
   * The name of an entry of clouds.yaml: its credentials, and where the other arguments are silent its region and project,
   * are the only ones that count for this rotation. Default: the configuration `dcs:cloud`; without that, the credentials as
   * docs/credentials.md describes. A change is taken over once one of the backups is seen with the new credentials.
   */
  cloud?: pulumi.Input<string>;
  /**
   * How long each operation may take: `create` for each step's new backup, `delete` for what is deleted in a step, and for
   * all of them in the end, `read` for a refresh. Default: where it is silent, the resource option `customTimeouts`, then
   * `{ create: "60m", read: "5m", delete: "45m" }`. A change is taken over.
   */
  timeouts?: pulumi.Input<BackupTimeouts>;
}

/** One backup of a {@link BackupRotation}. */
export interface RotatedBackup {
  /** The backup's ID in DCS. */
  readonly backupId: string;
  /** The name that DCS gave, `backup_` and a local time; absent until DCS lists it. */
  readonly name?: string;
  /** When DCS took the order; ISO 8601, UTC; absent until DCS lists it. */
  readonly createdAt?: string;
  /** Bytes of the backup file. */
  readonly size?: number;
  /** `succeed`; after a wait that ended early `waiting` or `backuping`; `failed` until the next step removes the record. */
  readonly status: string;
  /** Four characters that stand for the triggers it was taken for, as in the remark. */
  readonly triggersHash: string;
  /** Three characters that count the steps of the rotation, as in the remark. */
  readonly step: string;
}

/**
 * The last N backups of a DCS (managed Redis) instance, such as the last five before each release: a change of `triggers`
 * takes one more, and only after it succeeded deletes the oldest. Destroying it deletes all of them, each with proof.
 *
 * A step that fails, times out or is interrupted keeps every ID in the state; the next `pulumi up` continues it. Its own ID is
 * `<instance ID>/<mark>`, and the mark begins what stands behind the description in each remark.
 */
export class BackupRotation extends pulumi.CustomResource {
  /** The backups that there are, newest first. */
  declare readonly backups: pulumi.Output<RotatedBackup[]>;
  /** The newest good one; absent only before there has been any. */
  declare readonly latest: pulumi.Output<RotatedBackup>;
  /** The ID of the instance that is backed up. */
  declare readonly instanceId: pulumi.Output<string>;
  /** How many backups are kept, as of the last complete step. */
  declare readonly keep: pulumi.Output<number>;
  /** The triggers of the last complete step. */
  declare readonly triggers: pulumi.Output<Trigger[] | Record<string, Trigger> | undefined>;
  /** The description, as given. */
  declare readonly description: pulumi.Output<string | undefined>;
  /** The format, as given. */
  declare readonly backupFormat: pulumi.Output<"aof" | "rdb" | undefined>;
  /** How many steps are complete. */
  declare readonly steps: pulumi.Output<number>;
  /** The region where the backups are. */
  declare readonly region: pulumi.Output<string>;
  /** The project that the backups belong to. */
  declare readonly projectId: pulumi.Output<string>;
  /** The base URL of DCS at which they are. */
  declare readonly endpoint: pulumi.Output<string>;
  /** The version of the API, as given. */
  declare readonly apiVersion: pulumi.Output<"v1.0" | "v2" | undefined>;
  /** The entry of clouds.yaml, as given. */
  declare readonly cloud: pulumi.Output<string | undefined>;
  /** The timeouts, as given. */
  declare readonly timeouts: pulumi.Output<{ create?: string; read?: string; delete?: string } | undefined>;

  /**
   * @param name The name of the resource in the program, unique among its rotations.
   * @param args What to back up, how many to keep, and when to take one more.
   * @param opts Pulumi's resource options; `import` cannot work for a dynamic resource and throws. Default: none.
   */
  constructor(name: string, args: BackupRotationArgs, opts: pulumi.CustomResourceOptions = {}) {
    refuseImport("BackupRotation", name, opts, ": a rotation begins with a backup of its own");
    // A JavaScript program may give no arguments at all: `check` has the sentence for that.
    const given: Partial<BackupRotationArgs> = { ...args };
    const own = { timeouts: timeoutsOf(given, opts), ...ownInputs(TYPE, name, opts), __provider: PROVIDER };
    super(TYPE, name, { ...FROM_THE_SERVICE, ...given, ...own }, opts);
  }
}

const FROM_THE_SERVICE: Shown<BackupRotation> = {
  backups: undefined,
  latest: undefined,
  instanceId: undefined,
  keep: undefined,
  triggers: undefined,
  description: undefined,
  backupFormat: undefined,
  steps: undefined,
  region: undefined,
  projectId: undefined,
  endpoint: undefined,
  apiVersion: undefined,
  cloud: undefined,
  timeouts: undefined,
};
