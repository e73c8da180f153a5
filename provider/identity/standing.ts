import type { Clock, Dice } from "../clock";
import { type Authorizer, isRefusedIdentity } from "../dcs/authorizer";
import { caller } from "../dcs/call";
import type { Send } from "../dcs/exchange";
import type { Gate } from "../dcs/gate";
import { DcsError } from "../errors";
import { bodyBearer, type Bearer, givenTokenBearer, keyBearer, tokenBearer, type TokenSource } from "./bearers";
import { bearing } from "./bearing";
import { type Agency, type Credentials, describe, type PasswordUser } from "./credentials";
import { PasscodeToken } from "./passcode";
import { type Ask, PasswordTries } from "./password";
import { listProjects, lookUpProject, type Project } from "./projects";
import { Experience } from "./experience";
import type { ServiceTime } from "./skew";
import { assumeAgency, type Iam, keyOf, requestToken, type Scope } from "./token";
import { tokenSource } from "./token-source";
import { Verdict } from "./verdict";

/** What credentials work with. */
export interface StandingMeans {
  readonly send: Send;
  readonly clock: Clock;
  readonly dice: Dice;
  readonly time: ServiceTime;
  /** The gate of a service; IAM has gates of its own, as those who wait for a token stand in that of DCS. */
  readonly gateOf: (service: string) => Gate;
  /** Base URL of IAM; nothing where it is not known. */
  readonly authUrl: string | undefined;
}

/**
 * One set of credentials at work, for all resources of a process: its tokens and the verdicts on it are shared. The sources that
 * have the same one share them, too, and keep their own names for messages.
 */
export class Standing {
  readonly identity: string;
  readonly #credentials: Credentials;
  readonly #means: StandingMeans;
  readonly #known: Experience;
  readonly #authorizers = new Map<string, Authorizer>();

  constructor(credentials: Credentials, means: StandingMeans, known = new Experience(means.clock)) {
    this.#known = known;
    this.#credentials = credentials;
    this.#means = means;
    this.identity = describe(credentials);
  }

  /** Puts the credentials on requests to one service in one project. */
  authorizer(origin: string, projectId: string): Authorizer {
    return this.#once(this.#authorizers, `${origin} ${projectId}`, () => {
      const { base, agency } = this.#credentials;
      if (agency || base.kind === "password") {
        const tokens = this.#tokensFor({ project: { id: projectId } });
        return bearing(tokenBearer(tokens), this.#verdict(`${origin} ${projectId}`), this.identity);
      }
      const isKeys = base.kind === "keys";
      const identity = isKeys ? `${this.identity}, for project ${projectId}` : this.identity;
      return bearing(this.#ownBearer(projectId), this.#verdict(origin), identity);
    });
  }

  /** The ID of a project, by its name; looked up once. */
  project(name: string): Promise<string> {
    return this.#once(this.#known.projects, name, () => {
      const found = this.#lookUp(name);
      // Whoever comes after a failure tries anew.
      found.catch(() => this.#known.projects.delete(name));
      return found;
    });
  }

  /** The projects that IAM shows to who works in this one. */
  projects(projectId: string): Promise<readonly Project[]> {
    const { base, agency } = this.#credentials;
    const byToken = agency !== undefined || base.kind === "password";
    const bearer = byToken ? tokenBearer(this.#tokensFor({ project: { id: projectId } })) : this.#ownBearer(undefined);
    return listProjects(this.identity, this.#iam(bearer, "is what is asked here"));
  }

  /** After a refusal: whether it was of the credentials themselves, and not only of a project. */
  async isRefused(): Promise<boolean> {
    const { base } = this.#credentials;
    if (base.kind !== "password") return true;
    try {
      await this.#ownTokens(base.user).current();
      return false;
    } catch (error) {
      return isRefusedIdentity(error);
    }
  }

  async #lookUp(name: string): Promise<string> {
    const { base, agency } = this.#credentials;
    const byItself = (bearer: Bearer) =>
      lookUpProject(name, this.identity, this.#iam(bearer, "needs it to look up a project"));
    if (!agency && base.kind !== "password") return byItself(this.#ownBearer(undefined));
    // No other token is to be had than the one that some resource has got by a project's ID.
    const [only] = this.#known.tokens.values();
    if (!agency && this.#known.passcode?.isUsed && only) return byItself(tokenBearer(only));
    const scope: Scope = { project: { name, ...(agency ? { domain: agency.domain } : {}) } };
    const tokens = this.#tokensFor(scope);
    const { projectId } = await tokens.current();
    if (projectId === undefined) {
      throw new DcsError("project-unknown", `IAM gave ${this.identity} a token for no project instead of "${name}".`);
    }
    // The same token serves who names the project by its ID.
    this.#known.tokens.set(keyOf({ project: { id: projectId } }), tokens);
    return projectId;
  }

  #tokensFor(scope: Scope): TokenSource {
    return this.#once(this.#known.tokens, keyOf(scope), () => {
      const { base, agency } = this.#credentials;
      if (agency) return this.#agencyTokens(agency, scope);
      if (base.kind !== "password") throw new Error("Only a password gets tokens.");
      return this.#userTokens(base.user, scope);
    });
  }

  #userTokens(user: PasswordUser, scope: Scope): TokenSource {
    const { clock } = this.#means;
    if (user.passcode === undefined) {
      const tries = (this.#known.tries ??= new PasswordTries(this.identity, ownScope(user)));
      return tokenSource(() => tries.token(this.#asking(user, tries.bearer), scope), clock);
    }
    const passcode = (this.#known.passcode ??= new PasscodeToken(this.#asking(user, bodyBearer), this.identity));
    return tokenSource(() => passcode.for(scope), clock, false);
  }

  #asking(user: PasswordUser, bearer: Bearer): Ask {
    return (scope) =>
      requestToken(user, this.identity, scope, this.#iam(bearer, "is needed for a password", keyOf(scope)));
  }

  #agencyTokens(agency: Agency, scope: Scope): TokenSource {
    const { base } = this.#credentials;
    // Whoever takes on an agency needs no project for that.
    const own = base.kind === "password" ? tokenBearer(this.#ownTokens(base.user)) : this.#ownBearer(undefined);
    const fetchToken = () =>
      assumeAgency(agency, this.identity, scope, this.#iam(own, "is needed for an agency", `agency ${keyOf(scope)}`));
    return tokenSource(fetchToken, this.#means.clock);
  }

  #ownTokens(user: PasswordUser): TokenSource {
    const scope = ownScope(user);
    return this.#once(this.#known.tokens, `own ${keyOf(scope)}`, () => this.#userTokens(user, scope));
  }

  /** Of keys, and of a token that was given. */
  #ownBearer(projectId: string | undefined): Bearer {
    const { base } = this.#credentials;
    if (base.kind === "keys") return keyBearer(base.keys, projectId, this.#means.time);
    if (base.kind === "token") return givenTokenBearer(base.token);
    throw new Error("A password is borne by no request but the one for a token.");
  }

  /** IAM, asked by what a bearer bears; one verdict for each purpose, as IAM refuses a wrong project in the same words. */
  #iam(bearer: Bearer, why: string, purpose = "itself"): Iam {
    const { authUrl, clock, gateOf } = this.#means;
    if (authUrl === undefined) {
      throw new DcsError(
        "bad-configuration",
        `The address of IAM in this region is not known, and it ${why} (${this.identity}). Give the configuration dcs:authUrl or the environment variable OS_AUTH_URL, or the project's ID where that is what is missing.`,
      );
    }
    const { origin } = new URL(authUrl);
    const authorizer = bearing(bearer, this.#verdict(`${origin} ${purpose}`), this.identity);
    const gate = gateOf(`iam ${purpose} ${origin}`);
    return { call: this.#known.unlessSilent(caller({ ...this.#means, authorizer, gate })), authUrl, clock };
  }

  #verdict(key: string): Verdict {
    return this.#once(this.#known.verdicts, key, () => new Verdict());
  }

  #once<T>(known: Map<string, T>, key: string, make: () => T): T {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    known.set(key, made);
    return made;
  }
}

/** What a user gets a token for without a project. */
function ownScope({ user }: PasswordUser): Scope {
  return "name" in user ? { domain: user.domain } : undefined;
}
