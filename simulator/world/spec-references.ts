import type { z } from "zod";

interface Named {
  readonly name: string;
}

interface Identified extends Named {
  readonly id: string;
}

interface References {
  readonly projects: readonly Identified[];
  readonly users: readonly (Identified & { readonly accessKey: string; readonly projects: readonly string[] })[];
  readonly agencies: readonly (Named & { readonly projects: readonly Identified[] })[];
  readonly instances: readonly (Identified & {
    readonly project?: string | undefined;
    readonly backups: readonly { readonly id: string }[];
  })[];
}

/** What no single field can tell: names that must exist, and values that must be unique. */
export function checkReferences(world: References, context: z.RefinementCtx): void {
  const fault = (path: (string | number)[], message: string) => {
    context.addIssue({ code: "custom", path, message });
  };
  const projectNames = new Set(world.projects.map(({ name }) => name));
  const allProjects = [...world.projects, ...world.agencies.flatMap(({ projects }) => projects)];

  world.users.forEach(({ projects }, index) => {
    for (const name of projects) {
      if (!projectNames.has(name)) fault(["users", index, "projects"], `no project is named "${name}"`);
    }
  });
  world.instances.forEach(({ project }, index) => {
    if (project === undefined || allProjects.some(({ id, name }) => id === project || name === project)) return;
    fault(["instances", index, "project"], `no project is named "${project}"`);
  });

  const unique: [string, string[]][] = [
    ["project names", world.projects.map(({ name }) => name)],
    ["project ids", allProjects.map(({ id }) => id)],
    ["user names", world.users.map(({ name }) => name)],
    ["user ids", world.users.map(({ id }) => id)],
    ["access keys", world.users.map(({ accessKey }) => accessKey)],
    ["instance ids", world.instances.map(({ id }) => id)],
    ["backup ids", world.instances.flatMap(({ backups }) => backups.map(({ id }) => id))],
  ];
  for (const [what, values] of unique) {
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    if (twice !== undefined) fault([], `${what} must be unique, and ${twice} is given twice`);
  }
}
