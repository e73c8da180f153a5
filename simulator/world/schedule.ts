import { DAY, HOUR } from "../clock";
import { hourOf, weekdayOf, type BackupPolicy } from "./backup-policy";
import { isRemoved, stageOf } from "./backup-stage";
import { changeBackup, isIdle, type Instance } from "./instance";
import { takeBackup, type Service } from "./take-backup";
import type { World } from "./world";

/** So often in a day is a scheduled backup tried while the instance is busy (U). */
const TRIES = 3;

/** "Scheduled backup skipped since the instance was busy" (A1). */
const SKIPPED = "dcs.08.0008";

/**
 * Does what the backup policies ask for until now: the service looks at them every hour on the hour (U). Nothing ticks:
 * the hours that have passed are gone through when next looked at, each as it was then.
 */
export function runSchedules(world: World, now: number, service: Service): void {
  for (const instance of world.instances) {
    for (let hour = nextHour(instance.checkedAt); hour <= now; hour += HOUR) {
      if (instance.backupPolicy?.type === "auto") lookAt(world, instance, instance.backupPolicy, hour, service);
    }
    instance.checkedAt = Math.max(instance.checkedAt, now);
  }
}

function lookAt(world: World, instance: Instance, policy: BackupPolicy, hour: number, service: Service): void {
  expire(instance, policy, hour, service);
  const attempt = attemptAt(policy, hour);
  if (attempt === undefined) return;
  if (attempt === 1) instance.awaitsBackup = true;
  if (!instance.awaitsBackup) return;
  const isBusy = !isIdle(instance, hour);
  if (isBusy && attempt < TRIES) return;
  instance.awaitsBackup = false;
  const wish = {
    type: "auto",
    remark: null,
    // Redis 3.0 knows AOF only (U).
    format: instance.engineVersion.startsWith("3") ? "aof" : "rdb",
    period: policy.beginAt,
    failure: isBusy ? SKIPPED : null,
  } as const;
  takeBackup(world, instance, wish, hour, service);
}

/** The number of the try that falls on this hour, from 1; undefined for none. */
function attemptAt(policy: BackupPolicy, hour: number): number | undefined {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const begin = hour - (attempt - 1) * HOUR;
    if ((begin / HOUR) % 24 === hourOf(policy) && policy.backupAt.includes(weekdayOf(begin))) return attempt;
  }
  return undefined;
}

/** Ends the retention of automatic backups that are older than the policy keeps them; one good one always stays (U). */
function expire(instance: Instance, { saveDays }: BackupPolicy, hour: number, { settings }: Service): void {
  const automatic = instance.backups.filter(({ type, expiresAt }) => type === "auto" && expiresAt === null);
  const good = automatic.filter((backup) => stageOf(backup, hour).status === "succeed");
  const newest = good.toSorted((one, other) => other.createdAt - one.createdAt)[0];
  for (const backup of automatic) {
    if (backup === newest || isRemoved(backup, hour) || hour < backup.createdAt + saveDays * DAY) continue;
    changeBackup(instance, backup.id, {
      expiresAt: hour,
      ...(settings.expiredRows === "dropped" && { removal: { at: hour, by: "expiry", rowKept: false } }),
    });
  }
}

function nextHour(time: number): number {
  return (Math.floor(time / HOUR) + 1) * HOUR;
}
