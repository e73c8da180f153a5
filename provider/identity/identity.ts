import { type Authorized, type Authorizer, isRefusedIdentity, KnownRefusal, type Outcome } from "../dcs/authorizer";
import { DcsError } from "../errors";
import type { Project } from "./projects";
import type { Standing } from "./standing";

/**
 * Who we are: a set of credentials, and the one of the environment to fall back to where the first is refused.
 *
 * The engine gives a destroy the configuration as of the last `up`, keys that were rotated since included, while the
 * environment is always of today. It falls back once per service, and says so with each request that bears the second set.
 */
export class Identity {
  readonly #first: Standing;
  readonly #second: Standing | undefined;
  /** The services that refused the first. */
  readonly #fallen = new Set<string>();

  constructor(first: Standing, second?: Standing) {
    this.#first = first;
    this.#second = second;
  }

  authorizer(origin: string, projectId: string): Authorizer {
    const first = this.#first.authorizer(origin, projectId);
    const second = this.#second?.authorizer(origin, projectId);
    if (!second) return first;
    const fall = () => this.#fallen.add(origin);
    return {
      authorize: async (request) => {
        if (!this.#fallen.has(origin)) {
          try {
            return falling(await first.authorize(request), fall);
          } catch (error) {
            await this.#mustBeRefused(error);
            fall();
          }
        }
        return this.#told(
          await second.authorize(request).catch((error: unknown) => {
            throw this.#afterwards(error);
          }),
        );
      },
    };
  }

  /** The ID of a project, by its name. */
  project(name: string): Promise<string> {
    return this.#either((standing) => standing.project(name));
  }

  /** The projects that IAM shows to who works in this one. */
  projects(projectId: string): Promise<readonly Project[]> {
    return this.#either((standing) => standing.projects(projectId));
  }

  async #either<T>(ask: (standing: Standing) => Promise<T>): Promise<T> {
    try {
      return await ask(this.#first);
    } catch (error) {
      if (!this.#second) throw error;
      await this.#mustBeRefused(error);
      return await ask(this.#second).catch((later: unknown) => {
        throw this.#afterwards(later);
      });
    }
  }

  /** Other credentials are no remedy for a project that these may not enter: they would do the work somewhere else. */
  async #mustBeRefused(error: unknown): Promise<void> {
    if (!isRefusedIdentity(error)) throw error;
    if (await this.#first.isRefused()) return;
    if (!(error instanceof DcsError)) throw error;
    const why = "They are accepted, and it is the project that is not: check its ID or name.";
    throw new DcsError(error.code, `${error.message} ${why}`, error.said);
  }

  /** A failure of the second set is to be mended at the first in most cases: it names both. */
  #afterwards(error: unknown): unknown {
    if (error instanceof KnownRefusal) return new KnownRefusal(error.refusal, this.#after(error.identity));
    if (!(error instanceof DcsError)) return error;
    const why = `These credentials were used since ${this.#first.identity} was refused.`;
    return new DcsError(error.code, `${error.message} ${why}`, error.said);
  }

  #after(identity: string): string {
    return `${identity} (after a refusal of ${this.#first.identity})`;
  }

  #told(authorized: Authorized): Authorized {
    const used = `${this.#first.identity} was refused, so this one is used instead: ${authorized.identity}`;
    return {
      ...authorized,
      identity: this.#after(authorized.identity),
      notice: authorized.notice === undefined ? used : `${used}; ${authorized.notice}`,
    };
  }
}

/** The last word of the first set is the turn of the second. */
function falling(authorized: Authorized, fall: () => void): Authorized {
  return {
    ...authorized,
    judge(outcome: Outcome) {
      const again = authorized.judge(outcome);
      if (again || outcome.credentials !== "refused") return again;
      fall();
      return true;
    },
  };
}
