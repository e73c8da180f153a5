import type { Backup } from "./backup";
import { isRemoved, isUnderway } from "./backup-stage";
import { changeBackup, type Instance } from "./instance";
import { isBeingRestored, type World } from "./world";

/**
 * Pushes out the oldest finished backups until no more than `keep` are left: an instance holds its latest 24,
 * automatic and manual together (U). Their rows vanish; nobody called delete. One that is being restored stays.
 */
export function pushOutOldest(world: World, instance: Instance, keep: number, now: number): void {
  const present = instance.backups.filter((backup) => !isRemoved(backup, now));
  const idle = present.filter((backup) => !isUnderway(backup, now) && !isBeingRestored(world, backup.id, now));
  for (const { id } of idle.sort(byAge).slice(0, Math.max(0, present.length - keep))) {
    changeBackup(instance, id, { removal: { at: now, by: "eviction", rowKept: false } });
  }
}

function byAge(one: Backup, other: Backup): number {
  return one.createdAt - other.createdAt;
}
