import pLimit from "p-limit";
import { CallFailed } from "../dcs/call";
import { KnownRefusal } from "../dcs/authorizer";
import type { Refusal } from "../dcs/refusal";
import { type Bearer, bodyBearer } from "./bearers";
import { keyOf, type Scope, type Token } from "./token";

/** Asks IAM for a token of one user. */
export type Ask = (scope: Scope) => Promise<Token>;

/**
 * The tries of one password, one after the other. IAM refuses a wrong project in the same words as a wrong password, and five
 * of those in a row lock the user (IAM FAQ): after a refusal, who asks for another project first gets a token for none, which
 * tells what it was, and starts IAM's count anew.
 */
export class PasswordTries {
  readonly #line = pLimit(1);
  readonly #identity: string;
  /** What the user gets a token for without any project. */
  readonly #own: Scope;
  /** The verdict, where the password itself was refused. */
  #refused: KnownRefusal | undefined;
  /** What was refused last, while it is not known whether that was because of the password. */
  #doubtful: string | undefined;

  constructor(identity: string, own: Scope) {
    this.#identity = identity;
    this.#own = own;
  }

  /** For requests that carry the password: once it was refused, none of them is sent. */
  readonly bearer: Bearer = {
    ...bodyBearer,
    bear: (request) => (this.#refused ? Promise.reject(this.#refused) : Promise.resolve(request)),
  };

  /** Gets a token by a request that has {@link bearer}. */
  token(ask: Ask, scope: Scope): Promise<Token> {
    return this.#line(async () => {
      const isOfAnother = this.#doubtful !== undefined && this.#doubtful !== keyOf(scope);
      if (isOfAnother && keyOf(scope) !== keyOf(this.#own)) await this.#settle(ask);
      // Once refused, the request says itself that it is not sent, and why.
      return this.#tried(ask, scope);
    });
  }

  /** Finds out whether it was the password that was refused. */
  async #settle(ask: Ask): Promise<void> {
    await this.#tried(ask, this.#own).catch((error: unknown) => {
      if (!refusalOf(error)) throw error;
    });
  }

  async #tried(ask: Ask, scope: Scope): Promise<Token> {
    try {
      const token = await ask(scope);
      this.#doubtful = undefined;
      return token;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal && keyOf(scope) === keyOf(this.#own)) this.#refused ??= new KnownRefusal(refusal, this.#identity);
      else if (refusal) this.#doubtful = keyOf(scope);
      throw error;
    }
  }
}

function refusalOf(error: unknown): Refusal | undefined {
  return error instanceof CallFailed && error.code === "credentials-refused" ? error.refusal : undefined;
}
