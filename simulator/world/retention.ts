import type { Backup } from "./backup";
import { isRemoved, isUnderway } from "./backup-stage";

/**
 * Pushes out the oldest finished backups until no more than `keep` are left: an instance holds its latest 24,
 * automatic and manual together (U). Their rows vanish; nobody called delete.
 */
export function pushOutOldest(backups: readonly Backup[], keep: number, now: number): void {
  const present = backups.filter((backup) => !isRemoved(backup, now));
  const finished = present.filter((backup) => !isUnderway(backup, now)).sort((a, b) => a.createdAt - b.createdAt);
  for (const backup of finished.slice(0, Math.max(0, present.length - keep))) {
    backup.removal = { at: now, by: "eviction", rowKept: false };
  }
}
