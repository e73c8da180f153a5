import * as pulumi from "@pulumi/pulumi";
import { Backup } from "./backup";
import { ownInputs, refuseImport, type Shown, timeoutsOf, type Trigger } from "./resource";

const TYPE = "pulumi-nodejs:dynamic/dcs:Restore";

/** What the state holds as provider, for ever: a name and a handover, no code. See docs/decisions/0001-state-text.md. */
const PROVIDER = 'exports.handler=()=>require("pulumi-dcs-backup/provider").restore';

/** How long each operation may take, as texts such as `"45m"`, `"1h30m"` or `"90s"`. */
export interface RestoreTimeouts {
  /**
   * Restoring and waiting for it, also when a later `up` goes on waiting; waiting in line behind other resources of the same
   * program does not count. Default: `"60m"`. A change is taken over without a request.
   */
  create?: pulumi.Input<string>;
  /** Looking at its record in a refresh. Default: `"5m"`. A change is taken over without a request. */
  read?: pulumi.Input<string>;
}

/** The arguments of a {@link Restore}. */
export interface RestoreArgs {
  /** The ID of the DCS instance to **overwrite**. A change restores into the other instance; this one stays as it is. */
  instanceId: pulumi.Input<string>;
  /**
   * The backup to restore: its ID, or a `Backup`. It may be that of another instance of the same project. A change
   * restores the other one.
   */
  backupId: pulumi.Input<string> | Backup;
  /**
   * Has to be `true`, to say that this is meant: a restore overwrites all data of the instance, and what it holds before does
   * not come back. A change to anything else is refused, and nothing is sent.
   */
  overwrite: pulumi.Input<true>;
  /**
   * Any values that stand for an occasion. Give new ones each time: what was restored on an occasion is not restored a
   * second time on the same one, also not after `pulumi destroy`. Default: none, so that the backup is restored once. A
   * change of one of them restores the backup again.
   *
   * @example `{ drill: "2026-03" }`
   */
  triggers?: pulumi.Input<pulumi.Input<Trigger>[] | Record<string, pulumi.Input<Trigger>>>;
  /**
   * The region of the instance, such as `eu-de`. Default: the configuration `dcs:region`, then the environment, then
   * clouds.yaml. A change restores there.
   */
  region?: pulumi.Input<string>;
  /**
   * The ID of the project that the instance belongs to. Default: the configuration `dcs:projectId`, then the
   * environment, then clouds.yaml, then the project that is named like the region. A change restores there.
   */
  projectId?: pulumi.Input<string>;
  /**
   * The base URL of DCS, without a version. Default: the configuration `dcs:endpoint`, then the environment, then
   * clouds.yaml, then what the region tells. A change is taken over without a request.
   */
  endpoint?: pulumi.Input<string>;
  /**
   * The version of DCS's API, `v1.0` or `v2`. Default: the configuration `dcs:apiVersion`, then the environment, then
   * clouds.yaml, then `v1.0`. A change is taken over without a request.
   */
  apiVersion?: pulumi.Input<"v1.0" | "v2">;
  /**
   * The name of an entry of clouds.yaml: its credentials, and where the other arguments are silent its region and project,
   * are the only ones that count for this restore. Default: the configuration `dcs:cloud`; without that, the credentials as
   * docs/credentials.md describes. A change is taken over without a request.
   */
  cloud?: pulumi.Input<string>;
  /**
   * How long each operation may take: `create` for the restore, also when a later `up` goes on waiting, `read` for a
   * refresh. Default: where it is silent, the resource option `customTimeouts`, then `{ create: "60m", read: "5m" }`. A
   * change is taken over without a request.
   */
  timeouts?: pulumi.Input<RestoreTimeouts>;
}

/**
 * The restore of a backup into a DCS (managed Redis) instance, which **overwrites all of its data**: done and waited for when
 * it is created, and not done again for the same backup and triggers while DCS lists its record.
 *
 * Destroying it removes it from the state only: nothing brings back what was overwritten. Its ID is
 * `<instance ID>/<restore ID>`.
 */
export class Restore extends pulumi.CustomResource {
  /** The restore's ID in DCS. */
  declare readonly restoreId: pulumi.Output<string>;
  /** The ID of the instance that was overwritten. */
  declare readonly instanceId: pulumi.Output<string>;
  /** The ID of the backup that was restored. */
  declare readonly backupId: pulumi.Output<string>;
  /** The name that DCS gave the backup. */
  declare readonly backupName: pulumi.Output<string>;
  /** The name that DCS gave the restore, `restore_` and a local time. */
  declare readonly name: pulumi.Output<string>;
  /** `succeed`; after a wait that ended early `waiting` or `restoring`; `failed` is done again by the next `up`. */
  declare readonly status: pulumi.Output<string>;
  /** When DCS took the order; ISO 8601, UTC. */
  declare readonly createdAt: pulumi.Output<string>;
  /** When its record changed last, which is when it was done once it is; ISO 8601, UTC. */
  declare readonly finishedAt: pulumi.Output<string>;
  /** The triggers, as given. */
  declare readonly triggers: pulumi.Output<Trigger[] | Record<string, Trigger> | undefined>;
  /** Always `true`. */
  declare readonly overwrite: pulumi.Output<true>;
  /** The region of the instance. */
  declare readonly region: pulumi.Output<string>;
  /** The project that the instance belongs to. */
  declare readonly projectId: pulumi.Output<string>;
  /** The base URL of DCS at which it was done. */
  declare readonly endpoint: pulumi.Output<string>;
  /** The version of the API, as given. */
  declare readonly apiVersion: pulumi.Output<"v1.0" | "v2" | undefined>;
  /** The entry of clouds.yaml, as given. */
  declare readonly cloud: pulumi.Output<string | undefined>;
  /** The timeouts, as given. */
  declare readonly timeouts: pulumi.Output<{ create?: string; read?: string } | undefined>;

  /**
   * @param name The name of the resource in the program, unique among its restores. It is a part of what tells one restore
   * from another: renamed without `aliases`, it is done again.
   * @param args What to restore, and where.
   * @param opts Pulumi's resource options; `import` cannot work for a dynamic resource and throws. Default: none.
   */
  constructor(name: string, args: RestoreArgs, opts: pulumi.CustomResourceOptions = {}) {
    refuseImport("Restore", name, opts, ": a restore is something that is done");
    // A JavaScript program may give no arguments at all: `check` has the sentence for that.
    const given: Partial<RestoreArgs> = { ...args };
    const backupId = given.backupId instanceof Backup ? given.backupId.backupId : given.backupId;
    const { owner } = ownInputs(TYPE, name, opts);
    const own = { timeouts: timeoutsOf(given, opts), owner, __provider: PROVIDER };
    super(TYPE, name, { ...FROM_THE_SERVICE, ...given, backupId, ...own }, opts);
  }
}

const FROM_THE_SERVICE: Shown<Restore> = {
  restoreId: undefined,
  instanceId: undefined,
  backupId: undefined,
  backupName: undefined,
  name: undefined,
  status: undefined,
  createdAt: undefined,
  finishedAt: undefined,
  triggers: undefined,
  overwrite: undefined,
  region: undefined,
  projectId: undefined,
  endpoint: undefined,
  apiVersion: undefined,
  cloud: undefined,
  timeouts: undefined,
};
