import { Mistake } from "../mistake";
import { buildInstance } from "./build-instance";
import type { Instance } from "./instance";
import { isRestoreUnderway } from "./restore-stage";
import type { Domain, Project, User } from "./people";
import type { SettledWorld } from "./spec";
import type { Service } from "./take-backup";

/** Everything the simulated cloud holds. */
export interface World {
  readonly region: string;
  readonly domain: Domain;
  readonly projects: readonly Project[];
  readonly users: readonly User[];
  readonly instances: Instance[];
}

/** Builds a fresh world. */
export function buildWorld(settled: SettledWorld, now: number, service: Service): World {
  const { region, domain, projects } = settled;
  const users = settled.users.map(({ projects: [first, ...rest], ...user }): User => {
    return {
      ...user,
      projects: [projectNamed(projects, first), ...rest.map((name) => projectNamed(projects, name))],
    };
  });
  const instances = settled.instances.map(({ project, ...instance }): Instance => {
    return buildInstance(instance, projectNamed(projects, project).id, now, service);
  });
  return { region, domain, projects, users, instances };
}

/** Whether any instance is being overwritten with this backup. */
export function isBeingRestored({ instances }: World, backupId: string, now: number): boolean {
  const restores = instances.flatMap((instance) => instance.restores);
  return restores.some((restore) => restore.source.backupId === backupId && isRestoreUnderway(restore, now));
}

/** The first project when no name is given. Throws a sentence when there is none of that name. */
export function projectNamed(projects: readonly Project[], name: string | undefined): Project {
  const project = name === undefined ? projects[0] : projects.find((candidate) => candidate.name === name);
  if (project === undefined) throw new Mistake(`The simulated world has no project named "${name ?? "(first)"}".`);
  return project;
}
