import type { Actor, Project } from "../world/people";

/** How a token was got, as its body tells it (IAM). */
export type Method = "password" | "totp" | "assume_role" | "token";

export interface Token {
  readonly text: string;
  readonly user: Actor;
  /** Null for a token of the whole domain, which opens nothing in DCS. */
  readonly project: Project | null;
  readonly methods: readonly Method[];
  readonly issuedAt: number;
  readonly expiresAt: number;
}

export type TokenFault = "missing" | "unknown" | "expired";

/** The tokens that were given out. */
export class Tokens {
  readonly #byText = new Map<string, Token>();

  add(token: Token): void {
    this.#byText.set(token.text, token);
  }

  /** Whose token it is or was. */
  userOf(text: string | null): Actor | undefined {
    return this.#byText.get(text ?? "")?.user;
  }

  /** Ends a token's life now; says whether there was such a token. */
  expire(text: string | null, now: number): boolean {
    const token = this.#byText.get(text ?? "");
    if (token === undefined) return false;
    this.#byText.set(token.text, { ...token, expiresAt: now });
    return true;
  }

  find(text: string | undefined, now: number): Token | TokenFault {
    if (text === undefined || text === "") return "missing";
    const token = this.#byText.get(text);
    if (token === undefined) return "unknown";
    return now < token.expiresAt ? token : "expired";
  }
}
