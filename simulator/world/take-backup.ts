import { SECOND } from "../clock";
import type { Ids } from "../ids";
import type { Settings } from "../options";
import { NOTHING_FIXED, type Backup } from "./backup";
import { backupName } from "./backup-name";
import { contentAt } from "./content";
import type { Instance } from "./instance";
import { pushOutOldest } from "./retention";
import type { World } from "./world";

type Wish = Pick<Backup, "remark" | "format" | "type" | "period" | "failure">;

/** Puts a backup into the world: it begins to wait now, and all the rest follows from the time. */
export function takeBackup(world: World, instance: Instance, wish: Wish, now: number, service: Service): Backup {
  const { ids, settings } = service;
  const backup: Backup = {
    ...wish,
    id: ids.uuid(),
    instanceId: instance.id,
    name: backupName(now),
    size: instance.backupSize,
    content: contentAt(instance, now),
    createdAt: now,
    listedFrom: now + settings.listingLag * SECOND,
    duration: wish.failure === null ? settings.pace * SECOND : 0,
    course: settings.progress,
    expiresAt: null,
    removal: null,
    fixed: NOTHING_FIXED,
  };
  instance.backups.push(backup);
  pushOutOldest(world, instance, settings.keep, now);
  return backup;
}

/** What the making of a record needs of the simulation. */
export interface Service {
  readonly ids: Ids;
  readonly settings: Settings;
}
