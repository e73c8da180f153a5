import { isoTime } from "../timestamps";
import type { Backup } from "../world/backup";
import { stageOf } from "../world/backup-stage";
import { taskOf, type Instance } from "../world/instance";
import type { World } from "../world/world";

/** The simulated cloud as an onlooker sees it: also what no list shows any more. It holds no password and no key. */
export type WorldView = ReturnType<typeof viewWorld>;

export function viewWorld(world: World, now: number) {
  return {
    time: isoTime(now),
    region: world.region,
    projects: world.projects,
    instances: world.instances.map((instance) => viewInstance(instance, now)),
  };
}

function viewInstance(instance: Instance, now: number) {
  const { id, name, projectId, cacheMode, status, backups } = instance;
  const views = backups.map((backup) => viewBackup(backup, now));
  return { id, name, projectId, cacheMode, status, task: taskOf(instance, now), backups: views };
}

function viewBackup(backup: Backup, now: number) {
  const { id, name, remark, createdAt, removal } = backup;
  const { status, progress } = stageOf(backup, now);
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
