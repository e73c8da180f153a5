import { dcsRefusal } from "../answers/refusal";
import { SECOND } from "../clock";
import type { Simulation } from "../simulation";
import { NOTHING_FIXED, type Backup } from "../world/backup";
import { backupName } from "../world/backup-name";
import type { Instance } from "../world/instance";
import { pushOutOldest } from "../world/retention";
import { requireIdle } from "./instance-state";
import { cutToBytes } from "./remark";

/** In characters, by the text of the error; the console says bytes (A-err against U). */
const LONGEST_REMARK = 128;

type Wish = Pick<Backup, "remark" | "format">;

/**
 * Accepts a backup: it begins to wait now, and all the rest follows from the time. Refuses by the instance's type, then
 * by its state, then by what the body says; no document gives the order.
 */
export function acceptBackup(simulation: Simulation, instance: Instance, readBody: () => Wish, now: number): Backup {
  if (instance.cacheMode === "single") throw dcsRefusal("onlyMasterStandby");
  requireIdle(instance, now);
  const wish = readBody();
  if (Array.from(wish.remark ?? "").length > LONGEST_REMARK) throw dcsRefusal("remarkTooLong");
  return createBackup(simulation, instance, wish, now);
}

function createBackup(
  { ids, settings }: Simulation,
  instance: Instance,
  { remark, format }: Wish,
  now: number,
): Backup {
  const backup: Backup = {
    id: ids.uuid(),
    instanceId: instance.id,
    name: backupName(now),
    remark: remark === null ? null : cutToBytes(remark, settings.remarkBytes),
    type: "manual",
    format,
    period: null,
    size: instance.backupSize,
    createdAt: now,
    listedFrom: now + settings.listingLag * SECOND,
    duration: settings.pace * SECOND,
    course: settings.progress,
    failure: null,
    expiresAt: null,
    removal: null,
    fixed: NOTHING_FIXED,
  };
  instance.backups.push(backup);
  pushOutOldest(instance, settings.keep, now);
  return backup;
}
