import { HOUR } from "../clock";
import type { Backup } from "./backup";
import { backupName } from "./backup-name";
import type { Instance } from "./instance";
import type { Domain, Project, User } from "./people";
import type { SettledWorld } from "./spec";

/** Everything the simulated cloud holds. */
export interface World {
  readonly region: string;
  readonly domain: Domain;
  readonly projects: readonly Project[];
  readonly users: readonly User[];
  readonly instances: readonly Instance[];
}

/** Builds a fresh world. `duration`: milliseconds a backup takes. */
export function buildWorld(settled: SettledWorld, now: number, duration: number): World {
  const { region, domain, projects } = settled;
  const projectNamed = (name: string | undefined): Project => {
    const project = name === undefined ? projects[0] : projects.find((candidate) => candidate.name === name);
    if (project === undefined) throw new Error(`The simulated world has no project named "${name ?? "(first)"}".`);
    return project;
  };
  const users = settled.users.map(({ projects: [first, ...rest], ...user }): User => {
    return { ...user, projects: [projectNamed(first), ...rest.map(projectNamed)] };
  });
  const instances = settled.instances.map(({ project, backups, ...instance }): Instance => {
    const built = backups.map((backup) => buildBackup(backup, instance, now, duration));
    return { ...instance, projectId: projectNamed(project).id, createdAt: now - 24 * HOUR, backups: built };
  });
  return { region, domain, projects, users, instances };
}

type SettledInstance = SettledWorld["instances"][number];
type SettledBackup = SettledInstance["backups"][number];

function buildBackup(
  { createdAt, expiresAt, size, ...backup }: SettledBackup,
  instance: { id: string; backupSize: number },
  now: number,
  duration: number,
): Backup {
  const created = createdAt === undefined ? now - HOUR - duration : Date.parse(createdAt);
  return {
    ...backup,
    instanceId: instance.id,
    name: backupName(created),
    size: size ?? instance.backupSize,
    createdAt: created,
    duration,
    expiresAt: expiresAt === null ? null : Date.parse(expiresAt),
    removal: null,
  };
}
