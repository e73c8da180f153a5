import { statusOf, type Instance } from "../world/instance";
import type { World } from "../world/world";

/** Each filter is an exact match; an empty text filters nothing. */
interface InstanceFilter {
  readonly name: string;
  readonly status: string;
  readonly id: string;
}

/** The instances of a project, before paging. */
export function listedInstances(
  world: World,
  projectId: string,
  { name, status, id }: InstanceFilter,
  now: number,
): Instance[] {
  return world.instances.filter(
    (instance) =>
      instance.projectId === projectId &&
      (name === "" || instance.name === name) &&
      (status === "" || statusOf(instance, now) === status) &&
      (id === "" || instance.id === id),
  );
}
