import * as pulumi from "@pulumi/pulumi";
import { type BackupTimeouts, ownInputs, refuseImport, type Shown, timeoutsOf, type Trigger } from "./resource";

const TYPE = "pulumi-nodejs:dynamic/dcs:Backup";

/** What the state holds as provider, for ever: a name and a handover, no code. See docs/decisions/0001-state-text.md. */
const PROVIDER = 'exports.handler=()=>require("pulumi-dcs-backup/provider").backup';

/** The arguments of a {@link Backup}. */
export interface BackupArgs {
  /**
   * The ID of the DCS instance to back up. Single-node instances cannot be backed up. A change takes a new backup of the
   * other instance, then deletes the old one.
   */
  instanceId: pulumi.Input<string>;
  /**
   * What the backup is for; it becomes the remark that the console shows, followed by a mark. At most 100 bytes of UTF-8.
   * Default: none. A change is kept in Pulumi only, and said on the resource's row: DCS cannot change a remark.
   */
  description?: pulumi.Input<string>;
  /**
   * Any values that stand for an occasion. Default: none. A change of one of them takes a new backup, then deletes the old
   * one.
   *
   * @example `{ release: "1.4.0" }`
   */
  triggers?: pulumi.Input<pulumi.Input<Trigger>[] | Record<string, pulumi.Input<Trigger>>>;
  /**
   * The region of the instance, such as `eu-de`. Default: the configuration `dcs:region`, then the environment, then
   * clouds.yaml. A change takes a new backup, then deletes the old one.
   */
  region?: pulumi.Input<string>;
  /**
   * The ID of the project that the instance belongs to. Default: the configuration `dcs:projectId`, then the
   * environment, then clouds.yaml, then the project that is named like the region. A change takes a new backup, then
   * deletes the old one.
   */
  projectId?: pulumi.Input<string>;
  /**
   * The base URL of DCS, without a version. Default: the configuration `dcs:endpoint`, then the environment, then
   * clouds.yaml, then what the region tells. A change is taken over once the backup is seen there.
   */
  endpoint?: pulumi.Input<string>;
  /**
   * The version of DCS's API, `v1.0` or `v2`. Default: the configuration `dcs:apiVersion`, then the environment, then
   * clouds.yaml, then `v1.0`. A change is taken over without a request: both address the same backups.
   */
  apiVersion?: pulumi.Input<"v1.0" | "v2">;
  /**
   * The name of an entry of clouds.yaml: its credentials, and where the other arguments are silent its region and project,
   * are the only ones that count for this backup. Default: the configuration `dcs:cloud`; without that, the credentials as
   * docs/credentials.md describes. A change is taken over once the backup is seen with the new credentials.
   */
  cloud?: pulumi.Input<string>;
  /**
   * The format of the backup file, `aof` or `rdb`; needs `apiVersion` `v2`. Default: DCS's own choice. A change takes a new
   * backup, then deletes the old one.
   */
  backupFormat?: pulumi.Input<"aof" | "rdb">;
  /**
   * The ID of an existing backup to take over instead of taking a new one; it is deleted like one that was taken. Default:
   * none. A change to another ID takes that one over, then deletes the one before; to drop the argument changes nothing.
   */
  adopt?: pulumi.Input<string>;
  /**
   * What a refresh does when the backup is gone: `recreate` drops it, so that the next `up` takes a new one; `keep` keeps
   * the resource, with the status `deleted` or `expired`. Default: `recreate`. A change is taken over without a request.
   */
  whenGone?: pulumi.Input<"recreate" | "keep">;
  /**
   * How long each operation may take. Default: where it is silent, the resource option `customTimeouts`, then
   * `{ create: "60m", read: "5m", delete: "45m" }`. A change is taken over without a request.
   */
  timeouts?: pulumi.Input<BackupTimeouts>;
}

/** Where a backup is; each default as for {@link BackupArgs}. */
export type BackupPlace = Pick<BackupArgs, "region" | "projectId" | "endpoint" | "apiVersion" | "cloud">;

/**
 * A backup of a DCS (managed Redis) instance: taken and waited for when it is created, and deleted for sure when it is
 * destroyed or replaced, with the IDs that were stored when it was made.
 *
 * Its ID is `<instance ID>/<backup ID>`. The values of its outputs are the service's: DCS API reference, "Listing Backup
 * Records".
 */
export class Backup extends pulumi.CustomResource {
  /** The backup's ID in DCS. */
  declare readonly backupId: pulumi.Output<string>;
  /** The ID of the instance that was backed up. */
  declare readonly instanceId: pulumi.Output<string>;
  /** The name that DCS gave, `backup_` and a local time. */
  declare readonly name: pulumi.Output<string>;
  /**
   * `succeed`; after a wait that ended early `waiting` or `backuping`; `failed` is replaced by the next `up`; `deleted` or
   * `expired` with `whenGone` `keep`.
   */
  declare readonly status: pulumi.Output<string>;
  /** Bytes of the backup file. */
  declare readonly size: pulumi.Output<number>;
  /** `manual` for a backup that was asked for. */
  declare readonly type: pulumi.Output<string>;
  /** `aof` or `rdb`. */
  declare readonly backupFormat: pulumi.Output<string>;
  /** When DCS took the order; ISO 8601, UTC. */
  declare readonly createdAt: pulumi.Output<string>;
  /** When the backup began; ISO 8601, UTC. */
  declare readonly startedAt: pulumi.Output<string>;
  /** When it was done; ISO 8601, UTC. */
  declare readonly finishedAt: pulumi.Output<string>;
  /** Whether DCS can restore it. */
  declare readonly restorable: pulumi.Output<boolean>;
  /** The region where the backup is. */
  declare readonly region: pulumi.Output<string>;
  /** The project that the backup belongs to. */
  declare readonly projectId: pulumi.Output<string>;
  /** The base URL of DCS at which it was made. */
  declare readonly endpoint: pulumi.Output<string>;
  /** The version of the API, as given. */
  declare readonly apiVersion: pulumi.Output<"v1.0" | "v2" | undefined>;
  /** The entry of clouds.yaml, as given. */
  declare readonly cloud: pulumi.Output<string | undefined>;
  /** The description, as given. */
  declare readonly description: pulumi.Output<string | undefined>;
  /** What a refresh does when the backup is gone, as given. */
  declare readonly whenGone: pulumi.Output<"recreate" | "keep" | undefined>;
  /** The triggers, as given. */
  declare readonly triggers: pulumi.Output<Trigger[] | Record<string, Trigger> | undefined>;
  /** The timeouts, as given. */
  declare readonly timeouts: pulumi.Output<{ create?: string; read?: string; delete?: string } | undefined>;

  /**
   * Looks up a backup that something else manages; it is never changed or deleted.
   *
   * @param name The name of the resource in the program, unique among its backups.
   * @param id `<instance ID>/<backup ID>`.
   * @param place Where it is. Default: as configured.
   * @param opts Pulumi's resource options. Default: none.
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, place: BackupPlace = {}, opts?: pulumi.CustomResourceOptions) {
    // The engine drops an unknown place before it reads; with an unknown ID it asks nothing, which is right for a preview.
    const known = pulumi.all([id, pulumi.output(place)]).apply(([itsId]) => itsId);
    // The instance is part of the ID, so that the arguments of a new backup are not needed.
    return new Backup(name, place as BackupArgs, { ...opts, id: known });
  }

  /**
   * @param name The name of the resource in the program, unique among its backups.
   * @param args What to back up, and how.
   * @param opts Pulumi's resource options; `import` cannot work for a dynamic resource and throws. Default: none.
   */
  constructor(name: string, args: BackupArgs, opts: pulumi.CustomResourceOptions = {}) {
    refuseImport("Backup", name, opts, ', and give the argument adopt: "<backup ID>" instead');
    // A JavaScript program may give no arguments at all: `check` has the sentence for that.
    const given: Partial<BackupArgs> = { ...args };
    const own = { timeouts: timeoutsOf(given, opts), ...ownInputs(TYPE, name, opts), __provider: PROVIDER };
    const inputs = { ...FROM_THE_SERVICE, ...given, ...own };
    super(TYPE, name, inputs, opts);
  }
}

const FROM_THE_SERVICE: Shown<Backup> = {
  backupId: undefined,
  instanceId: undefined,
  name: undefined,
  status: undefined,
  size: undefined,
  type: undefined,
  backupFormat: undefined,
  createdAt: undefined,
  startedAt: undefined,
  finishedAt: undefined,
  restorable: undefined,
  region: undefined,
  projectId: undefined,
  endpoint: undefined,
  apiVersion: undefined,
  cloud: undefined,
  description: undefined,
  whenGone: undefined,
  triggers: undefined,
  timeouts: undefined,
};
