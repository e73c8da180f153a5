import { isoTime } from "../timestamps";
import type { Backup } from "../world/backup";
import type { BackupPolicy } from "../world/backup-policy";
import { isRemoved, stageOf } from "../world/backup-stage";
import { contentAt } from "../world/content";
import { statusOf, taskOf, type Instance } from "../world/instance";
import type { Restore } from "../world/restore";
import { restoreStageOf } from "../world/restore-stage";
import type { World } from "../world/world";

/** The simulated cloud as an onlooker sees it: also what no list shows any more. It holds no password and no key. */
export type WorldView = ReturnType<typeof viewWorld>;
export type InstanceView = ReturnType<typeof viewInstance>;
export type BackupView = ReturnType<typeof viewBackup>;
export type RestoreView = ReturnType<typeof viewRestore>;

export function viewWorld(world: World, now: number) {
  return {
    time: isoTime(now),
    region: world.region,
    projects: world.projects.map(({ id, name, domain }) => ({ id, name, domain: domain.name })),
    instances: world.instances.map((instance) => viewInstance(instance, now)),
  };
}

export function viewInstance(instance: Instance, now: number) {
  const { id, name, projectId, cacheMode, backupPolicy } = instance;
  return {
    id,
    name,
    projectId,
    cacheMode,
    status: statusOf(instance, now),
    task: taskOf(instance, now),
    content: contentAt(instance, now),
    backupPolicy: backupPolicy && viewPolicy(backupPolicy),
    backups: instance.backups.map((backup) => viewBackup(backup, now)),
    restores: instance.restores.map((restore) => viewRestore(restore, now)),
  };
}

/** `deletedAt` is set when the backup is gone, not while its deletion is on its way. */
export function viewBackup(backup: Backup, now: number) {
  const { id, name, remark, type, format, content, createdAt } = backup;
  const { status, progress } = stageOf(backup, now);
  const removal = isRemoved(backup, now) ? backup.removal : null;
  return {
    id,
    name,
    remark,
    type,
    format,
    content,
    status,
    progress,
    createdAt: isoTime(createdAt),
    deletedAt: removal === null ? null : isoTime(removal.at),
    removedBy: removal === null ? null : removal.by,
  };
}

/** `content`: what its backup holds, and the instance once it has succeeded. */
export function viewRestore(restore: Restore, now: number) {
  const { id, name, remark, createdAt, source } = restore;
  const { backupId, instanceId: sourceInstanceId, content } = source;
  const { status, progress } = restoreStageOf(restore, now);
  return { id, name, remark, backupId, sourceInstanceId, content, status, progress, createdAt: isoTime(createdAt) };
}

function viewPolicy({ type, saveDays, backupAt, beginAt }: BackupPolicy) {
  return { type, saveDays, backupAt, beginAt };
}
