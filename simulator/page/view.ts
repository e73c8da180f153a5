import { viewBackup, viewInstance, viewRestore } from "../control/world-view";
import type { Simulation } from "../simulation";
import type { Backup } from "../world/backup";
import { isRemoved, isUnderway } from "../world/backup-stage";
import type { Instance } from "../world/instance";
import { isRestoreUnderway } from "../world/restore-stage";
import type { World } from "../world/world";

/** So many deleted backups of an instance are still shown. */
const DELETED_SHOWN = 3;

/** The simulated cloud as the page shows it. */
export type CloudView = ReturnType<typeof viewCloud>;
export type InstanceOnPage = CloudView["instances"][number];
export type BackupOnPage = InstanceOnPage["backups"][number];
export type RestoreOnPage = InstanceOnPage["restores"][number];

/** `ahead`: milliseconds by which the time was moved on. */
export function viewCloud({ world, clock }: Simulation) {
  const now = clock.now();
  return {
    region: world.region,
    ahead: now - clock.unadvanced(),
    instances: world.instances.map((instance) => instanceOnPage(instance, world, now)),
  };
}

/** Whether anything moves by the time alone. */
export function isMoving({ world, clock, due }: Simulation): boolean {
  const now = clock.now();
  const isOnItsWay = (backup: Backup) =>
    isUnderway(backup, now) || (backup.removal !== null && !isRemoved(backup, now));
  return (
    !due.isEmpty ||
    world.instances.some(
      ({ backups, restores }) =>
        backups.some(isOnItsWay) || restores.some((restore) => isRestoreUnderway(restore, now)),
    )
  );
}

function instanceOnPage(instance: Instance, world: World, now: number) {
  const { id, name, cacheMode, status, task } = viewInstance(instance, now);
  const { backups, restores } = instance;
  const deleted = backups.filter((backup) => isRemoved(backup, now)).sort(byRemoval);
  const shown = [...backups.filter((backup) => !isRemoved(backup, now)).reverse(), ...deleted.slice(0, DELETED_SHOWN)];
  return {
    id,
    name,
    cacheMode,
    status,
    task,
    project: world.projects.find((project) => project.id === instance.projectId)?.name ?? instance.projectId,
    backups: shown.map((backup) => {
      const { content, ...view } = viewBackup(backup, now);
      return { ...view, progress: Math.floor(view.progress), failure: backup.failure };
    }),
    deletedBefore: Math.max(0, deleted.length - DELETED_SHOWN),
    restores: [...restores].reverse().map((restore) => {
      const { content, ...view } = viewRestore(restore, now);
      const { backupName, instanceName } = restore.source;
      return { ...view, progress: Math.floor(view.progress), failure: restore.failure, backupName, instanceName };
    }),
  };
}

function byRemoval(one: Backup, other: Backup): number {
  return (other.removal?.at ?? 0) - (one.removal?.at ?? 0);
}
