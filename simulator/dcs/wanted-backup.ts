import type { DcsMeaning } from "../answers/dcs-meanings";
import { dcsRefusal } from "../answers/refusal";
import type { Settings } from "../options";
import type { Backup } from "../world/backup";
import { isRemoved } from "../world/backup-stage";
import type { Instance } from "../world/instance";

// Not documented, so an option; these are the nearest codes.
const OF_MISSING: Record<Settings["useOfMissing"], DcsMeaning> = {
  gone: "backupGone",
  parameter: "parameterInvalid",
  "not-found": "urlUnknown",
};

/** The backup of this id among those of the instances, with the instance that it was taken of; refuses a missing one. */
export function wantedBackup(
  instances: readonly Instance[],
  backupId: string,
  { useOfMissing }: Settings,
  now: number,
): { readonly backup: Backup; readonly of: Instance } {
  for (const of of instances) {
    const backup = of.backups.find(({ id }) => id === backupId);
    if (backup !== undefined && !isRemoved(backup, now)) return { backup, of };
  }
  throw dcsRefusal(OF_MISSING[useOfMissing], "backup_id");
}
