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

export interface Instance {
  readonly id: string;
  readonly projectId: string;
  readonly createdAt: number;
  readonly backups: Backup[];
  name: string;
  cacheMode: CacheMode;
  engineVersion: string;
  /** GB. */
  capacity: number;
  /** Bytes of each new backup. */
  backupSize: number;
  /** One of the above, or any text that was set from outside. */
  status: string;
  /** What it does besides, such as RESTORING; null for nothing but its backups. */
  task: string | null;
}

/** A running backup shows as a task only; the instance stays RUNNING (U, A-life). */
export function taskOf(instance: Instance, now: number): string | null {
  if (instance.task !== null) return instance.task;
  return instance.backups.some((backup) => isUnderway(backup, now)) ? "BACKUPING" : null;
}

export function changeBackup({ backups }: Instance, id: string, change: Partial<Backup>): void {
  backups.splice(0, backups.length, ...backups.map((backup) => (backup.id === id ? { ...backup, ...change } : backup)));
}
