import { DcsError } from "../errors";
import type { Ask } from "./password";
import { keyOf, type Scope, type Token } from "./token";

/** The one token that a passcode is good for: IAM counts a second use of it as a failed try. */
export class PasscodeToken {
  readonly #ask: Ask;
  readonly #identity: string;
  #token: Promise<Token> | undefined;
  /** Who asks a second time for the same has seen the token end. */
  readonly #given = new Set<string>();

  constructor(ask: Ask, identity: string) {
    this.#ask = ask;
    this.#identity = identity;
  }

  /** Whether the passcode was sent. */
  get isUsed(): boolean {
    return this.#token !== undefined;
  }

  /**
   * The token, for whoever works in its project.
   *
   * Throws `credentials-refused` where another project is meant, and once the token has ended.
   */
  async for(scope: Scope): Promise<Token> {
    const key = keyOf(scope);
    if (!this.#token) {
      this.#given.add(key);
      return (this.#token = this.#ask(scope));
    }
    const token = await this.#token;
    if (this.#given.has(key)) throw this.#gone("one token, which has ended. Give a new passcode and run pulumi again");
    if (!isFor(scope, token)) {
      throw this.#gone(`one token, which is for ${projectOf(token)} alone. Run pulumi for one project at a time`);
    }
    this.#given.add(key);
    return token;
  }

  #gone(what: string): DcsError {
    return new DcsError(
      "credentials-refused",
      `The passcode of ${this.#identity} was good for ${what}; for long runs and several projects use access keys.`,
    );
  }
}

function isFor(scope: Scope, { projectId }: Token): boolean {
  return scope !== undefined && "project" in scope && "id" in scope.project && scope.project.id === projectId;
}

const projectOf = ({ projectId }: Token) => (projectId === undefined ? "no project" : `project ${projectId}`);
