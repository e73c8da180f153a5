import { DcsError } from "../errors";
import { CREDENTIALS } from "./credential-settings";
import type { Agency, Base, CredentialPart, Credentials, PasswordUser, Reference } from "./credentials";
import type { Found, Source } from "./sources";

type Name = keyof typeof CREDENTIALS;
type Kind = Base["kind"];

/**
 * The credentials of one source; nothing where it has none. Of several kinds a token comes first, then access keys, then user
 * and password; on an agency's side, which access keys cannot take on, they are passed over.
 *
 * Throws `no-credentials` for half a set: to go on to the next source then would use other credentials than the user meant.
 */
export function credentialsOf(source: Source): Credentials | undefined {
  const set = new CredentialSet(source);
  const kind = set.kind();
  if (kind === undefined) return undefined;
  const base = set.base(kind);
  const agency = set.agency(kind);
  return { base, ...(agency ? { agency } : {}), from: source.name, parts: set.parts };
}

class CredentialSet {
  readonly #source: Source;
  readonly parts: CredentialPart[] = [];

  constructor(source: Source) {
    this.#source = source;
  }

  kind(): Kind | undefined {
    const chosen = this.#chosenKind();
    if (chosen) return chosen;
    const hasKeys = this.#has("accessKey") || this.#has("secretKey") || this.#has("securityToken");
    const hasAgency = this.#has("agencyName");
    if (this.#has("token")) return "token";
    if (hasKeys && !(hasAgency && this.#has("password"))) return "keys";
    if (this.#has("password")) return "password";
    if (this.#has("passcode")) throw this.#half("passcode", "password");
    if (hasAgency) throw this.#half("agencyName", "token", "password");
    // A user name alone is no attempt at credentials: shells set it for other tools.
    return undefined;
  }

  /** `auth_type` of clouds.yaml. */
  #chosenKind(): Kind | undefined {
    const chosen = this.#find("authType");
    if (!chosen) return undefined;
    const kind = AUTH_TYPES[chosen.value];
    if (kind) return kind;
    throw new DcsError(
      "bad-configuration",
      `${chosen.from} is "${chosen.value}", which this package does not know. Give token, aksk or password, or leave it out.`,
    );
  }

  base(kind: Kind): Base {
    switch (kind) {
      case "token":
        return { kind, token: this.#need("token", kind) };
      case "keys": {
        const securityToken = this.#take("securityToken");
        const keys = { accessKey: this.#need("accessKey", kind), secretKey: this.#need("secretKey", kind) };
        return { kind, keys: securityToken === undefined ? keys : { ...keys, securityToken } };
      }
      case "password":
        return { kind, user: this.#user() };
    }
  }

  #user(): PasswordUser {
    const password = this.#need("password", "password");
    const passcode = this.#take("passcode");
    const id = this.#take("userId");
    // IAM API reference, "Obtaining a User Token Through Password and MFA Authentication": the user of a passcode has an ID.
    if (passcode !== undefined && id === undefined) throw this.#half("passcode", "userId");
    if (id !== undefined) return { user: { id }, password, ...(passcode === undefined ? {} : { passcode }) };
    const name = this.#take("userName");
    if (name === undefined) throw this.#half("password", "userName", "userId");
    const domain = this.#reference("domainId", "domainName");
    if (!domain) throw this.#half("password", "domainName", "domainId");
    return { user: { name, domain }, password };
  }

  agency(kind: Kind): Agency | undefined {
    const name = this.#take("agencyName");
    if (name === undefined) return undefined;
    if (kind === "keys") throw this.#onKeys();
    const domain = this.#reference("agencyDomainId", "agencyDomainName");
    if (!domain) throw this.#half("agencyName", "agencyDomainName", "agencyDomainId");
    const project = this.#take("delegatedProject");
    return { name, domain, ...(project === undefined ? {} : { project }) };
  }

  /** Access keys cannot take on an agency; the others may be there, and not be chosen. */
  #onKeys(): DcsError {
    const chosen = this.#find("authType");
    if (!chosen) return this.#half("agencyName", "token", "password");
    return new DcsError(
      "bad-configuration",
      `${chosen.from} is "${chosen.value}", but access keys cannot take on the agency that ${this.#find("agencyName")?.name ?? ""} names. Give token or password there, or leave the agency out.`,
    );
  }

  /** By ID or by name, whichever is said more exactly: `OS_PROJECT_DOMAIN_ID` is not asked where the user's own domain has a name. */
  #reference(byId: Name, byName: Name): Reference | undefined {
    const [id, name] = [this.#find(byId), this.#find(byName)];
    if (id && (!name || rankOf(id) <= rankOf(name))) return { id: this.#need(byId, "password") };
    return name && { name: this.#need(byName, "password") };
  }

  /** A value that the set cannot do without. */
  #need(name: Name, kind: Kind): string {
    const value = this.#take(name);
    if (value !== undefined) return value;
    const given = OF_KIND[kind].find((other) => this.#has(other)) ?? "authType";
    throw this.#half(given, name);
  }

  #take(name: Name): string | undefined {
    const found = this.#find(name);
    if (!found) return undefined;
    this.parts.push({ name, from: found.from, ...shownOf(name, found.value) });
    return found.value;
  }

  #half(has: Name, ...lacks: readonly [Name, ...Name[]]): DcsError {
    const given = this.#find(has)?.name ?? has;
    const missing = lacks.map((name) => this.#source.nameOf(CREDENTIALS[name])).filter((name) => name !== undefined);
    return new DcsError(
      "no-credentials",
      `${given} is set in ${this.#source.name}, but ${missing.join(" or ")} is not. Set both there, or neither.`,
    );
  }

  #find(name: Name): Found | undefined {
    return this.#source.find(CREDENTIALS[name]);
  }

  #has(name: Name): boolean {
    return this.#find(name) !== undefined;
  }
}

/** How exactly a setting says whose domain it is. */
function rankOf({ name }: Found): number {
  if (/user/i.test(name)) return 0;
  return /project/i.test(name) ? 1 : 2;
}

/** An access key is no secret, but users often keep it as one: its end tells which it is. */
function shownOf(name: Name, value: string): { shown?: string } {
  if (name === "accessKey") return { shown: `…${value.slice(-4)}` };
  return "secret" in CREDENTIALS[name] ? {} : { shown: value };
}

/** The values that tell an attempt at each kind. */
const OF_KIND = {
  token: ["token"],
  keys: ["accessKey", "secretKey", "securityToken"],
  password: ["password"],
} as const;

/** Names of OpenStack's tools and of Open Telekom Cloud's. */
const AUTH_TYPES: Readonly<Record<string, Kind>> = {
  token: "token",
  v3token: "token",
  aksk: "keys",
  password: "password",
  v3password: "password",
  v3multifactor: "password",
};
