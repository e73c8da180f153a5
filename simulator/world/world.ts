import { Mistake } from "../mistake";
import { buildInstance } from "./build-instance";
import type { Instance } from "./instance";
import { isRestoreUnderway } from "./restore-stage";
import type { Agency, Domain, Project, User } from "./people";
import type { SettledWorld } from "./spec";
import type { Service } from "./take-backup";

/** Everything the simulated cloud holds. */
export interface World {
  readonly region: string;
  /** The domain of the users. */
  readonly domain: Domain;
  /** Those of all domains; the users' own domain's first. */
  readonly projects: readonly Project[];
  readonly users: readonly User[];
  readonly agencies: readonly Agency[];
  readonly instances: Instance[];
}

/** Builds a fresh world. */
export function buildWorld(settled: SettledWorld, now: number, service: Service): World {
  const { region, domain } = settled;
  const own = settled.projects.map((project): Project => ({ ...project, domain }));
  const users = settled.users.map(({ projects: [first, ...rest], ...user }): User => {
    const projects = [projectNamed(own, first), ...rest.map((name) => projectNamed(own, name))] as const;
    return { ...user, domain, projects: [...projects], assumedBy: null };
  });
  const agencies = settled.agencies.map(buildAgency);
  const projects = [...own, ...agencies.flatMap((agency) => agency.projects)];
  const instances = settled.instances.map(({ project, ...instance }): Instance => {
    return buildInstance(instance, projectNamed(projects, project).id, now, service);
  });
  return { region, domain, projects, users, agencies, instances };
}

function buildAgency({ projects: [first, ...rest], ...agency }: SettledWorld["agencies"][number]): Agency {
  if (first === undefined) throw new Mistake(`The agency "${agency.name}" has no project.`);
  const { domain } = agency;
  return { ...agency, projects: [{ ...first, domain }, ...rest.map((project) => ({ ...project, domain }))] };
}

/** Whether any instance is being overwritten with this backup. */
export function isBeingRestored({ instances }: World, backupId: string, now: number): boolean {
  const restores = instances.flatMap((instance) => instance.restores);
  return restores.some((restore) => restore.source.backupId === backupId && isRestoreUnderway(restore, now));
}

/** By name or id; the first project when none is given. Throws a sentence when there is none such. */
export function projectNamed(projects: readonly Project[], wanted: string | undefined): Project {
  const project =
    wanted === undefined
      ? projects[0]
      : (projects.find(({ name }) => name === wanted) ?? projects.find(({ id }) => id === wanted));
  if (project === undefined) throw new Mistake(`The simulated world has no project named "${wanted ?? "(first)"}".`);
  return project;
}

/** The first user when no name is given. Throws a sentence when there is none of that name. */
export function userNamed({ users }: World, wanted: string | undefined): User {
  const user = wanted === undefined ? users[0] : users.find(({ name }) => name === wanted);
  if (user === undefined) throw new Mistake(`The simulated world has no user named "${wanted ?? "(first)"}".`, 404);
  return user;
}
