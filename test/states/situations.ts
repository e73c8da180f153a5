import type { FaultSpec, SimulatedOptions, WorldSpec } from "../../simulator/index";

/** The instance that all of them are about, and the place where it is, as states have recorded them. */
const INSTANCE_ID = "5560df16-cebf-4473-95c4-d1b573c16e79";

/** A backup that somebody else has made. */
const ADOPTED_ID = "0d7c6a52-3b1f-4e88-9a41-6f2be0c5d913";

/** The instance that restores overwrite. */
const SPARE_ID = "6a71e027-dfc0-4584-a6d5-e2c684d27f8a";

/** A world in which there is a backup to adopt, or to restore. */
const WITH_A_BACKUP: WorldSpec = {
  instances: [
    { id: INSTANCE_ID, name: "sessions", backups: [{ id: ADOPTED_ID, remark: "by hand" }] },
    { id: SPARE_ID, name: "catalogue", cacheMode: "cluster" },
    { name: "scratch", cacheMode: "single" },
  ],
};

/** How a resource comes into a state of its own kind. */
export interface Situation {
  /** The class of the resource; a `Backup` where nothing is said. */
  readonly kind?: "Backup" | "BackupRotation" | "Restore";
  readonly options: SimulatedOptions;
  readonly world?: WorldSpec;
  readonly fault?: FaultSpec;
  readonly args: Readonly<Record<string, unknown>>;
  /** Whether the `up` that makes it ends in an error. */
  readonly fails?: true;
  /** Whether making it on the real engine takes more than a minute. */
  readonly slow?: true;
}

/** The kinds of state that each release records. */
export const SITUATIONS = {
  /** With every argument that can be echoed. */
  finished: {
    options: { pace: 0 },
    args: {
      instanceId: INSTANCE_ID,
      description: "before release 1.4",
      triggers: { release: "1.4.0", steps: [1, null, { deep: true }] },
      timeouts: { create: "30m", delete: "20m" },
      apiVersion: "v2",
      backupFormat: "rdb",
      whenGone: "keep",
    },
  },
  /** Its wait ended before the backup did: the state holds init errors. */
  partial: {
    options: { pace: 600 },
    args: { instanceId: INSTANCE_ID, timeouts: { create: "1s" } },
    fails: true,
  },
  adopted: {
    options: { pace: 0 },
    world: WITH_A_BACKUP,
    args: { instanceId: INSTANCE_ID, adopt: ADOPTED_ID },
  },
  /** Its create had to be sent twice, so that there may be a second backup of the same mark. */
  repeated: {
    options: { pace: 0 },
    fault: { match: { method: "POST", path: "/backups" }, then: { reset: "before" } },
    args: { instanceId: INSTANCE_ID, description: "before release 1.4" },
    slow: true,
  },
  /** With every argument that can be echoed. */
  rotation: {
    kind: "BackupRotation",
    options: { pace: 0 },
    args: {
      instanceId: INSTANCE_ID,
      keep: 5,
      description: "before release 1.4",
      triggers: { release: "1.4.0", steps: [1, null, { deep: true }] },
      timeouts: { create: "30m", delete: "20m" },
      apiVersion: "v2",
      backupFormat: "rdb",
    },
  },
  /** Its first step is not complete. */
  "rotation-partial": {
    kind: "BackupRotation",
    options: { pace: 600 },
    args: { instanceId: INSTANCE_ID, keep: 2, triggers: { release: "1.4.0" }, timeouts: { create: "1s" } },
    fails: true,
  },
  /** With every argument that can be echoed. */
  restore: {
    kind: "Restore",
    options: { pace: 0 },
    world: WITH_A_BACKUP,
    args: {
      instanceId: SPARE_ID,
      backupId: ADOPTED_ID,
      overwrite: true,
      triggers: { drill: 3, steps: [1, null, { deep: true }] },
      timeouts: { create: "30m" },
      apiVersion: "v2",
    },
  },
  /** Its wait ended before the restore did. */
  "restore-partial": {
    kind: "Restore",
    options: { pace: 0, restorePace: 600 },
    world: WITH_A_BACKUP,
    args: { instanceId: SPARE_ID, backupId: ADOPTED_ID, overwrite: true, timeouts: { create: "1s" } },
    fails: true,
  },
} as const satisfies Record<string, Situation>;

export type SituationName = keyof typeof SITUATIONS;
