import { HOUR, SECOND } from "../clock";
import type { Settings } from "../options";
import { NOTHING_FIXED, type Backup } from "./backup";
import { backupName } from "./backup-name";
import type { Instance } from "./instance";
import type { SettledInstance } from "./instance-spec";

/** An instance that has been there for a day, with its backups. */
export function buildInstance(
  { backups, ...instance }: Omit<SettledInstance, "project">,
  projectId: string,
  now: number,
  settings: Settings,
): Instance {
  const built = backups.map((backup) => buildBackup(backup, instance, now, settings));
  return { ...instance, projectId, createdAt: now - 24 * HOUR, backups: built };
}

/** One that is taken for finished an hour ago, unless it says when it was created. */
function buildBackup(
  { createdAt, expiresAt, size, ...backup }: SettledInstance["backups"][number],
  instance: Pick<Instance, "id" | "backupSize">,
  now: number,
  settings: Settings,
): Backup {
  const duration = settings.pace * SECOND;
  const created = createdAt === undefined ? now - HOUR - duration : Date.parse(createdAt);
  return {
    ...backup,
    instanceId: instance.id,
    name: backupName(created),
    size: size ?? instance.backupSize,
    createdAt: created,
    listedFrom: created,
    duration,
    course: settings.progress,
    expiresAt: expiresAt === null ? null : Date.parse(expiresAt),
    removal: null,
    fixed: NOTHING_FIXED,
  };
}
