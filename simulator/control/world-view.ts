import { isoTime } from "../timestamps";
import type { Backup } from "../world/backup";
import { isRemoved, stageOf } from "../world/backup-stage";
import { taskOf, type Instance } from "../world/instance";
import type { World } from "../world/world";

/** The simulated cloud as an onlooker sees it: also what no list shows any more. It holds no password and no key. */
export type WorldView = ReturnType<typeof viewWorld>;
export type InstanceView = ReturnType<typeof viewInstance>;
export type BackupView = ReturnType<typeof viewBackup>;

export function viewWorld(world: World, now: number) {
  return {
    time: isoTime(now),
    region: world.region,
    projects: world.projects.map(({ id, name, domain }) => ({ id, name, domain: domain.name })),
    instances: world.instances.map((instance) => viewInstance(instance, now)),
  };
}

export function viewInstance(instance: Instance, now: number) {
  const { id, name, projectId, cacheMode, status, backups } = instance;
  const views = backups.map((backup) => viewBackup(backup, now));
  return { id, name, projectId, cacheMode, status, task: taskOf(instance, now), backups: views };
}

/** `deletedAt` is set when the backup is gone, not while its deletion is on its way. */
export function viewBackup(backup: Backup, now: number) {
  const { id, name, remark, createdAt } = backup;
  const { status, progress } = stageOf(backup, now);
  const removal = isRemoved(backup, now) ? backup.removal : null;
  return {
    id,
    name,
    remark,
    status,
    progress,
    createdAt: isoTime(createdAt),
    deletedAt: removal === null ? null : isoTime(removal.at),
    removedBy: removal === null ? null : removal.by,
  };
}
