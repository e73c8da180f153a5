/** The account that owns users and projects. */
export interface Domain {
  readonly id: string;
  readonly name: string;
}

export interface Project {
  readonly id: string;
  readonly name: string;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly password: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** The projects this user may work in. The first is the one meant when a signed request names none. */
  readonly projects: readonly [Project, ...Project[]];
}

/** Who sent a request, how we know, and the project it works in (null: none, as with a domain token). */
export interface Caller {
  readonly user: User;
  readonly by: "password" | "token" | "signature";
  readonly project: Project | null;
}
