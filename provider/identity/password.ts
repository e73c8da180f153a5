import { CallFailed } from "../dcs/call";
import { KnownRefusal } from "../dcs/authorizer";
import type { Refusal } from "../dcs/refusal";
import { type Bearer, bodyBearer } from "./bearers";
import { keyOf, type Scope, type Token } from "./token";
import { type Turn, Verdict } from "./verdict";

/** Asks IAM for a token of one user. */
export type Ask = (scope: Scope) => Promise<Token>;

/**
 * The verdict on a password, whatever project it is used for. IAM refuses a wrong project in the same words as a wrong
 * password, and five of those lock the user (IAM FAQ): after a refusal, who asks for another project first gets a token for
 * none, which tells what it was.
 */
export class PasswordTrial {
  readonly #verdict = new Verdict();
  readonly #identity: string;
  /** What the user gets a token for without any project. */
  readonly #own: Scope;
  /** What was refused last, while it is not known whether that was because of the password. */
  #refused: string | undefined;

  constructor(identity: string, own: Scope) {
    this.#identity = identity;
    this.#own = own;
  }

  /** For requests that carry the password: once it was refused, none of them is sent. */
  readonly bearer: Bearer = {
    ...bodyBearer,
    bear: (request) => (this.#verdict.refused ? Promise.reject(this.#verdict.refused) : Promise.resolve(request)),
  };

  /** Gets a token by requests that have {@link bearer}; the first of them goes alone. */
  async token(ask: Ask, scope: Scope): Promise<Token> {
    const turn = await this.#enter();
    // The request says itself that it is not sent, and why.
    if (!turn) return ask(scope);
    const key = keyOf(scope);
    if (this.#refused !== undefined && this.#refused !== key) {
      await this.#settle(ask, turn);
      return this.token(ask, scope);
    }
    try {
      const token = await ask(scope);
      turn.accept();
      return token;
    } catch (error) {
      if (refusalOf(error) && key !== keyOf(this.#own)) {
        this.#refused = key;
        turn.leave();
      } else this.#end(turn, error);
      throw error;
    }
  }

  #enter(): Promise<Turn | undefined> {
    return this.#verdict.enter().catch((error: unknown) => {
      if (error instanceof KnownRefusal) return undefined;
      throw error;
    });
  }

  /** Finds out whether it was the password that was refused. */
  async #settle(ask: Ask, turn: Turn): Promise<void> {
    try {
      await ask(this.#own);
      turn.accept();
    } catch (error) {
      this.#end(turn, error);
      if (!refusalOf(error)) throw error;
    }
    this.#refused = undefined;
  }

  #end(turn: Turn, error: unknown): void {
    const refusal = refusalOf(error);
    if (refusal) turn.refuse(refusal, this.#identity);
    else turn.leave();
  }
}

function refusalOf(error: unknown): Refusal | undefined {
  return error instanceof CallFailed && error.code === "credentials-refused" ? error.refusal : undefined;
}
