import type { Backup } from "./backup";
import { isUnderway } from "./backup-stage";

/** The cache modes (A-life). Single-node instances have no backups. */
export const CACHE_MODES = ["ha", "cluster", "proxy", "ha_rw_split", "single"] as const;
export type CacheMode = (typeof CACHE_MODES)[number];

/** OTC's instance statuses (A-inst), with the two that Huawei Cloud adds (H25). */
export const INSTANCE_STATUSES = [
  "CREATING",
  "CREATEFAILED",
  "RUNNING",
  "ERROR",
  "RESTARTING",
  "EXTENDING",
  "RESTORING",
  "FROZEN",
  "FLUSHING",
] as const;
export type InstanceStatus = (typeof INSTANCE_STATUSES)[number];

export interface Instance {
  readonly id: string;
  readonly name: string;
  readonly projectId: string;
  readonly cacheMode: CacheMode;
  readonly engineVersion: string;
  /** GB. */
  readonly capacity: number;
  readonly createdAt: number;
  /** Bytes of each new backup. */
  readonly backupSize: number;
  readonly backups: Backup[];
  status: InstanceStatus;
}

/** A running backup shows as a task only; the instance stays RUNNING (U, A-life). */
export function taskOf(instance: Instance, now: number): "BACKUPING" | null {
  return instance.backups.some((backup) => isUnderway(backup, now)) ? "BACKUPING" : null;
}
