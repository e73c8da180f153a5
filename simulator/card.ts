import { statusOf, type CacheMode } from "./world/instance";
import { userNamed, type World } from "./world/world";

interface CardInstance {
  readonly id: string;
  readonly name: string;
  readonly cacheMode: CacheMode;
  readonly status: string;
}

/** What a client needs to know to work with a simulator, apart from its address. */
export interface SimulatorCard {
  readonly region: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly userId: string;
  readonly userName: string;
  readonly password: string;
  readonly domainId: string;
  readonly domainName: string;
  /** The instances of that project. */
  readonly instances: readonly CardInstance[];
}

/** What a user with "Agent Operator" needs to know to work in another domain. */
export interface AgencyCard {
  readonly agencyName: string;
  readonly domainId: string;
  readonly domainName: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly instances: readonly CardInstance[];
}

/** The card of a user, in the user's main project. Without a name: of the first user. */
export function cardOf(world: World, now: number, userName?: string): SimulatorCard {
  const user = userNamed(world, userName);
  const [project] = user.projects;
  return {
    region: world.region,
    projectId: project.id,
    projectName: project.name,
    accessKey: user.accessKey,
    secretKey: user.secretKey,
    userId: user.id,
    userName: user.name,
    password: user.password,
    domainId: user.domain.id,
    domainName: user.domain.name,
    instances: instancesOf(world, project.id, now),
  };
}

/** The card of an agency, in its first project. Without a name: of the first agency. */
export function agencyCardOf(world: World, now: number, agencyName?: string): AgencyCard {
  const agency = agencyName === undefined ? world.agencies[0] : world.agencies.find(({ name }) => name === agencyName);
  if (agency === undefined) throw new Error(`The simulated world has no agency named "${agencyName ?? "(first)"}".`);
  const [project] = agency.projects;
  return {
    agencyName: agency.name,
    domainId: agency.domain.id,
    domainName: agency.domain.name,
    projectId: project.id,
    projectName: project.name,
    instances: instancesOf(world, project.id, now),
  };
}

function instancesOf({ instances }: World, projectId: string, now: number): CardInstance[] {
  return instances
    .filter((instance) => instance.projectId === projectId)
    .map((each) => ({ id: each.id, name: each.name, cacheMode: each.cacheMode, status: statusOf(each, now) }));
}
