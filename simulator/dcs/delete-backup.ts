import type { DcsMeaning } from "../answers/dcs-codes";
import { dcsRefusal } from "../answers/refusal";
import type { Settings } from "../settings";
import type { Simulation } from "../simulation";
import { isRemoved, isUnderway } from "../world/backup-stage";
import type { Instance } from "../world/instance";

// None of these cases is documented, so each is an option; these are the nearest codes.
const OF_MISSING: Record<Settings["deleteOfMissing"], DcsMeaning | undefined> = {
  gone: "backupGone",
  "not-found": "urlUnknown",
  accept: undefined,
};
const OF_RUNNING: Record<Settings["deleteOfRunning"], DcsMeaning | undefined> = {
  busy: "instanceBackingUp",
  state: "stateForbidsOperation",
  accept: undefined,
};

/** Deletes a backup, or throws the refusal that the options name. A deleted one is as good as missing. */
export function deleteBackup({ clock, settings }: Simulation, instance: Instance, backupId: string): void {
  const now = clock.now();
  if (instance.status === "RESTORING") throw dcsRefusal("instanceRestoring");
  const backup = instance.backups.find(({ id }) => id === backupId);
  if (backup === undefined || isRemoved(backup, now)) {
    refuseUnlessAccepted(OF_MISSING[settings.deleteOfMissing]);
    return;
  }
  if (isUnderway(backup, now)) refuseUnlessAccepted(OF_RUNNING[settings.deleteOfRunning]);
  backup.removal = { at: now, by: "delete", rowKept: settings.deletedRows === "kept" };
}

function refuseUnlessAccepted(meaning: DcsMeaning | undefined): void {
  if (meaning !== undefined) throw dcsRefusal(meaning);
}
