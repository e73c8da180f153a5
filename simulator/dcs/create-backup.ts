import { dcsRefusal } from "../answers/refusal";
import type { Simulation } from "../simulation";
import type { Backup } from "../world/backup";
import { backupName } from "../world/backup-name";
import type { Instance } from "../world/instance";
import { pushOutOldest } from "../world/retention";
import { requireIdle } from "./instance-state";

/** In characters, by the text of the error; the console says bytes (A-err against U). */
const LONGEST_REMARK = 128;

/** Whether this instance can be backed up now: its type first, then its state. */
export function requireBackable(instance: Instance, now: number): void {
  if (instance.cacheMode === "single") throw dcsRefusal("onlyMasterStandby");
  requireIdle(instance, now);
}

export function requireShortRemark(remark: string | null): void {
  if (remark !== null && Array.from(remark).length > LONGEST_REMARK) throw dcsRefusal("remarkTooLong");
}

/** Accepts a backup. It begins to wait now; all the rest follows from the time. */
export function createBackup(
  { clock, ids, settings }: Simulation,
  instance: Instance,
  { remark, format }: Pick<Backup, "remark" | "format">,
): Backup {
  const now = clock.now();
  const backup: Backup = {
    id: ids.uuid(),
    instanceId: instance.id,
    name: backupName(now),
    remark,
    type: "manual",
    format,
    period: null,
    size: instance.backupSize,
    createdAt: now,
    duration: settings.duration,
    failure: null,
    expiresAt: null,
    removal: null,
  };
  instance.backups.push(backup);
  pushOutOldest(instance.backups, settings.keep, now);
  return backup;
}
