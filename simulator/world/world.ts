import { Mistake } from "../mistake";
import type { Settings } from "../options";
import { buildInstance } from "./build-instance";
import type { Instance } from "./instance";
import type { Domain, Project, User } from "./people";
import type { SettledWorld } from "./spec";

/** Everything the simulated cloud holds. */
export interface World {
  readonly region: string;
  readonly domain: Domain;
  readonly projects: readonly Project[];
  readonly users: readonly User[];
  readonly instances: Instance[];
}

/** Builds a fresh world. */
export function buildWorld(settled: SettledWorld, now: number, settings: Settings): World {
  const { region, domain, projects } = settled;
  const users = settled.users.map(({ projects: [first, ...rest], ...user }): User => {
    return {
      ...user,
      projects: [projectNamed(projects, first), ...rest.map((name) => projectNamed(projects, name))],
    };
  });
  const instances = settled.instances.map(({ project, ...instance }): Instance => {
    return buildInstance(instance, projectNamed(projects, project).id, now, settings);
  });
  return { region, domain, projects, users, instances };
}

/** The first project when no name is given. Throws a sentence when there is none of that name. */
export function projectNamed(projects: readonly Project[], name: string | undefined): Project {
  const project = name === undefined ? projects[0] : projects.find((candidate) => candidate.name === name);
  if (project === undefined) throw new Mistake(`The simulated world has no project named "${name ?? "(first)"}".`);
  return project;
}
