import { DAY, HOUR, SECOND } from "../clock";
import { NOTHING_FIXED, type Backup } from "./backup";
import { backupName } from "./backup-name";
import type { Instance } from "./instance";
import { buildPolicy } from "./backup-policy";
import type { SettledInstance } from "./instance-spec";
import type { Service } from "./take-backup";

/** An instance that has been there for a day, with its backups. */
export function buildInstance(
  { backups, content, backupPolicy: policy, ...instance }: Omit<SettledInstance, "project">,
  projectId: string,
  now: number,
  service: Service,
): Instance {
  const createdAt = now - DAY;
  const firstContent = content ?? `what ${instance.name} held at first`;
  return {
    ...instance,
    projectId,
    createdAt,
    backups: backups.map((backup) => buildBackup({ content: firstContent, ...backup }, instance, now, service)),
    restores: [],
    writes: [{ at: createdAt, content: firstContent }],
    backupPolicy: policy === null ? null : buildPolicy(policy, service.ids.uuid(), createdAt, createdAt),
    checkedAt: now,
    awaitsBackup: false,
  };
}

/** One that is taken for finished an hour ago, unless it says when it was created. */
function buildBackup(
  { createdAt, expiresAt, size, ...backup }: SettledInstance["backups"][number] & { readonly content: string },
  instance: Pick<Instance, "id" | "backupSize">,
  now: number,
  { settings }: Service,
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
