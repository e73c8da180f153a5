import type { Role } from "./roles";

/** The account that owns users and projects. */
export interface Domain {
  readonly id: string;
  readonly name: string;
}

export interface Project {
  readonly id: string;
  readonly name: string;
  /** Each domain has a project of the region's name: the name alone says nothing. */
  readonly domain: Domain;
}

/** In whose name requests are made: a user, or the agency that a user has assumed. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly domain: Domain;
  readonly role: Role;
  /** Whether it has the policy "Agent Operator": it may assume agencies (IAM). */
  readonly agentOperator: boolean;
  /** The projects it may work in. The first is the one meant when a signed request names none. */
  readonly projects: readonly [Project, ...Project[]];
  /** The user behind an agency; null for a user. */
  readonly assumedBy: User | null;
}

export interface User extends Actor {
  password: string;
  accessKey: string;
  secretKey: string;
  role: Role;
  /** Base32, as an authenticator app is given it; null for a user without MFA. */
  readonly mfaSeed: string | null;
  readonly assumedBy: null;
}

/** What a domain lets the users of another domain do in its projects (IAM). */
export interface Agency {
  readonly id: string;
  readonly name: string;
  /** Of the delegating party. */
  readonly domain: Domain;
  readonly role: Role;
  readonly projects: readonly [Project, ...Project[]];
}

/** Who sent a request, how we know, and the project it works in (null: none, as with a domain token). */
export interface Caller {
  readonly user: Actor;
  readonly by: "password" | "token" | "signature";
  readonly project: Project | null;
}

/** A user in the agency's place; named as the page of agency tokens names it (IAM). */
export function assuming({ id, name, domain, role, projects }: Agency, user: User): Actor {
  return { id, name: `${domain.name}/${name}`, domain, role, agentOperator: false, projects, assumedBy: user };
}
