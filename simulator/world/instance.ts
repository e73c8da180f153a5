import type { Backup } from "./backup";
import type { BackupPolicy } from "./backup-policy";
import { isUnderway } from "./backup-stage";
import type { Write } from "./content";
import type { Restore } from "./restore";
import { isRestoreUnderway } from "./restore-stage";

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
  /** Those that overwrite this instance. */
  readonly restores: Restore[];
  /** What it was given to hold; see `content.ts`. */
  readonly writes: Write[];
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
  /** Null: nobody asked for one. */
  backupPolicy: BackupPolicy | null;
  /** Until when its policy has been followed. */
  checkedAt: number;
  /** A scheduled backup is still to be tried. */
  awaitsBackup: boolean;
}

/** As it shows: an instance that is being restored is RESTORING (A-inst). */
export function statusOf({ status, restores }: Instance, now: number): string {
  return restores.some((restore) => isRestoreUnderway(restore, now)) ? "RESTORING" : status;
}

/** A running backup shows as a task only; the instance stays RUNNING (U, A-life). */
export function taskOf(instance: Instance, now: number): string | null {
  if (instance.task !== null) return instance.task;
  return instance.backups.some((backup) => isUnderway(backup, now)) ? "BACKUPING" : null;
}

/** Backups and restores need an instance that is RUNNING and does nothing else (U). */
export function isIdle(instance: Instance, now: number): boolean {
  return statusOf(instance, now) === "RUNNING" && taskOf(instance, now) === null;
}

export function changeBackup({ backups }: Instance, id: string, change: Partial<Backup>): void {
  backups.splice(0, backups.length, ...backups.map((backup) => (backup.id === id ? { ...backup, ...change } : backup)));
}

export function changeRestore({ restores }: Instance, id: string, change: Partial<Restore>): void {
  restores.splice(0, restores.length, ...restores.map((each) => (each.id === id ? { ...each, ...change } : each)));
}
