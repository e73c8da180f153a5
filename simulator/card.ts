import { statusOf, type CacheMode } from "./world/instance";
import type { World } from "./world/world";

/** What a client needs to know to work with a simulator, apart from its address. */
export interface SimulatorCard {
  readonly region: string;
  readonly projectId: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly userName: string;
  readonly password: string;
  readonly domainName: string;
  /** The instances of that project. */
  readonly instances: readonly {
    readonly id: string;
    readonly name: string;
    readonly cacheMode: CacheMode;
    readonly status: string;
  }[];
}

/** The card of a user, in the user's main project. Without a name: of the first user. */
export function cardOf(world: World, now: number, userName?: string): SimulatorCard {
  const user = userName === undefined ? world.users[0] : world.users.find(({ name }) => name === userName);
  if (user === undefined) throw new Error(`The simulated world has no user named "${userName ?? "(first)"}".`);
  const [project] = user.projects;
  return {
    region: world.region,
    projectId: project.id,
    accessKey: user.accessKey,
    secretKey: user.secretKey,
    userName: user.name,
    password: user.password,
    domainName: world.domain.name,
    instances: world.instances
      .filter(({ projectId }) => projectId === project.id)
      .map((each) => ({ id: each.id, name: each.name, cacheMode: each.cacheMode, status: statusOf(each, now) })),
  };
}
