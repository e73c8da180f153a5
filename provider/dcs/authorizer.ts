import { DcsError } from "../errors";
import type { HttpAnswer, HttpRequest } from "./exchange";
import type { Refusal } from "./refusal";

/** What became of a request, as far as it tells something of the credentials that it bore. */
export type Outcome =
  | { readonly credentials: "accepted" }
  | { readonly credentials: "refused"; readonly refusal: Refusal; readonly headers: HttpAnswer["headers"] }
  /** An answer that says nothing of them, as one of a failing gateway; with `silence`, there was none at all. */
  | { readonly credentials: "not told"; readonly silence?: string };

/** A request that bears credentials. */
export interface Authorized {
  readonly request: HttpRequest;
  /** What the credentials are and where they come from, for messages; never their values. */
  readonly identity: string;
  /** What the user should know of them, such as that those of the environment were used instead. */
  readonly notice?: string;
  /**
   * Takes what became of the request, and answers whether another attempt makes sense, since something was renewed.
   *
   * It has to be called: others may wait for the first verdict on these credentials.
   */
  readonly judge: (outcome: Outcome) => boolean;
}

/** Puts credentials on requests. */
export interface Authorizer {
  /** Rejects with {@link KnownRefusal} where the credentials were refused before: nothing is sent with them again. */
  authorize(request: HttpRequest): Promise<Authorized>;
}

/** The verdict on credentials that somebody else has met: it counts for all who use them. */
export class KnownRefusal extends Error {
  override readonly name = "KnownRefusal";
  readonly refusal: Refusal;
  readonly identity: string;

  constructor(refusal: Refusal, identity: string) {
    super("The credentials were refused before.");
    this.refusal = refusal;
    this.identity = identity;
  }
}

/** Whether an error says that credentials were refused, by IAM or by DCS. */
export function isRefusedIdentity(error: unknown): boolean {
  return error instanceof KnownRefusal || (error instanceof DcsError && error.code === "credentials-refused");
}
