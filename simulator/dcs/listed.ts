import type { Backup } from "../world/backup";
import { isListed } from "../world/backup-stage";
import type { Instance } from "../world/instance";
import type { Restore } from "../world/restore";

/** The backups of an instance that lists show at this moment. */
export function listedBackups({ backups }: Instance, now: number): Backup[] {
  return backups.filter((backup) => isListed(backup, now));
}

/** The restores that overwrote an instance, likewise. How long they stay is not documented; here for ever. */
export function listedRestores({ restores }: Instance, now: number): Restore[] {
  return restores.filter(({ listedFrom }) => now >= listedFrom);
}
