import type { DcsMeaning } from "../answers/dcs-meanings";
import { dcsRefusal } from "../answers/refusal";
import { SECOND } from "../clock";
import type { Settings } from "../options";
import type { Simulation } from "../simulation";
import { isRemoved, isUnderway } from "../world/backup-stage";
import { changeBackup, type Instance } from "../world/instance";
import { isBeingRestored } from "../world/world";
import { isRestoring } from "./instance-state";

// None of these cases is documented, so each is an option; these are the nearest codes.
const OF_MISSING: Record<Settings["deleteOfMissing"], DcsMeaning | undefined> = {
  gone: "backupGone",
  "not-found": "urlUnknown",
  storage: "backupFileNotDeleted",
  accept: undefined,
};
const OF_RUNNING: Record<Settings["deleteOfRunning"], DcsMeaning | undefined> = {
  busy: "instanceBackingUp",
  state: "stateForbidsOperation",
  accept: undefined,
};
const OF_RESTORING: Record<Settings["deleteOfRestoring"], DcsMeaning | undefined> = {
  busy: "instanceRestoring",
  state: "stateForbidsOperation",
  accept: undefined,
};

/**
 * Deletes a backup, or throws the refusal that the options name; says whether there was anything to delete. A deleted
 * one is as good as missing; one whose deletion is on its way is accepted again, and goes when it would have gone.
 */
export function deleteBackup(
  { settings, world }: Simulation,
  instance: Instance,
  backupId: string,
  now: number,
): boolean {
  const isHeld = isRestoring(instance, now) || isBeingRestored(world, backupId, now);
  if (isHeld) refuseUnlessAccepted(OF_RESTORING[settings.deleteOfRestoring]);
  const backup = instance.backups.find(({ id }) => id === backupId);
  if (backup === undefined || isRemoved(backup, now)) {
    refuseUnlessAccepted(OF_MISSING[settings.deleteOfMissing]);
    return false;
  }
  if (backup.removal !== null) return false;
  if (isUnderway(backup, now)) refuseUnlessAccepted(OF_RUNNING[settings.deleteOfRunning]);
  const at = now + settings.deletionTakes * SECOND;
  changeBackup(instance, backupId, { removal: { at, by: "delete", rowKept: settings.deletedRows === "kept" } });
  return true;
}

function refuseUnlessAccepted(meaning: DcsMeaning | undefined): void {
  if (meaning !== undefined) throw dcsRefusal(meaning);
}
