import { dcsRefusal } from "../answers/refusal";
import { SECOND } from "../clock";
import type { Simulation } from "../simulation";
import { NOTHING_FIXED } from "../world/backup";
import { restoreName } from "../world/backup-name";
import { stageOf } from "../world/backup-stage";
import type { Instance } from "../world/instance";
import type { Restore } from "../world/restore";
import { UUID } from "../world/id-formats";
import { requireIdle } from "./instance-state";
import { keptRemark, requireRemark } from "./remark";
import { wantedBackup } from "./wanted-backup";

interface Wish {
  readonly backupId: string;
  readonly remark: string | null;
}

/**
 * Accepts the restore of an instance: it begins to wait now, and all the rest follows from the time. Refuses by the
 * instance's type and state, then by what the body says, then by the backup; no document gives the order.
 */
export function acceptRestore(simulation: Simulation, instance: Instance, readBody: () => Wish, now: number): Restore {
  const { ids, settings } = simulation;
  if (instance.cacheMode === "single") throw dcsRefusal("onlyMasterStandby");
  requireIdle(instance, now);
  const { backupId, remark } = readBody();
  if (!UUID.test(backupId)) throw dcsRefusal("parameterInvalid", "backup_id");
  requireRemark(remark);
  const { backup, of } = wantedBackup(sourcesFor(instance, simulation), backupId, settings, now);
  if (of !== instance && settings.restoreOfOther === "parameter") throw dcsRefusal("parameterInvalid", "backup_id");
  if (stageOf(backup, now).status !== "succeed") throw dcsRefusal("recordNotSucceeded");
  const restore: Restore = {
    id: ids.uuid(),
    instanceId: instance.id,
    name: restoreName(now),
    remark: keptRemark(remark, settings),
    source: {
      backupId,
      backupName: backup.name,
      backupRemark: backup.remark,
      instanceId: of.id,
      instanceName: of.name,
      content: backup.content,
    },
    createdAt: now,
    writesBefore: instance.writes.length,
    listedFrom: now + settings.listingLag * SECOND,
    duration: (settings.restorePace ?? settings.pace) * SECOND,
    course: settings.progress,
    failure: null,
    fixed: NOTHING_FIXED,
  };
  instance.restores.push(restore);
  return restore;
}

/** v1.0's records name the source instance (A1): a backup may come from another instance of the same project. */
function sourcesFor({ projectId }: Instance, { world }: Simulation): Instance[] {
  return world.instances.filter((each) => each.projectId === projectId);
}
