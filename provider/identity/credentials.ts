import type { AccessKeys } from "./signer";

/** Something that IAM knows by its ID, or by its name. */
export type Reference = { readonly id: string } | { readonly name: string };

/** A user who gets tokens with a password. */
export interface PasswordUser {
  readonly user: { readonly id: string } | { readonly name: string; readonly domain: Reference };
  readonly password: string;
  /** Of multi-factor authentication: good for one token. */
  readonly passcode?: string;
}

/** What a set of credentials rests on. */
export type Base =
  | { readonly kind: "keys"; readonly keys: AccessKeys }
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "password"; readonly user: PasswordUser };

/** An agency to take on: rights that another domain has lent to the user's own. */
export interface Agency {
  readonly name: string;
  readonly domain: Reference;
  /** The project of that domain to work in. */
  readonly project?: string;
}

/** One complete set of credentials from one source. */
export interface Credentials {
  readonly base: Base;
  readonly agency?: Agency;
  /** The source, for messages; never a value. */
  readonly from: string;
  /** Which values it is made of, and where each was found; a secret one is not shown. */
  readonly parts: readonly CredentialPart[];
}

export interface CredentialPart {
  readonly name: string;
  readonly from: string;
  /** The value, where it is no secret. */
  readonly shown?: string;
}

/** What the credentials are, for messages. */
export function describe({ base, agency, from }: Credentials): string {
  if (agency) return `agency "${agency.name}" of ${domain(agency.domain)}, taken on by ${describeBase(base, from)}`;
  return describeBase(base, from);
}

function describeBase(base: Base, from: string): string {
  switch (base.kind) {
    case "keys":
      return base.keys.securityToken === undefined
        ? `the access key of ${from}`
        : `the temporary access key of ${from}`;
    case "token":
      return `the token of ${from}`;
    case "password": {
      const { user } = base.user;
      const who = "id" in user ? `the user with the ID ${user.id}` : `user "${user.name}" of ${domain(user.domain)}`;
      return `${who} from ${from}`;
    }
  }
}

const domain = (reference: Reference) => ("id" in reference ? `domain ${reference.id}` : `domain "${reference.name}"`);
