import { STALE_CONFIGURATION } from "../dcs/remedies";
import { DcsError } from "../errors";
import type { AccessKeys } from "./signer";
import type { Sources } from "./settings";

/** A user who gets tokens with a password. */
export interface PasswordUser {
  readonly userName: string;
  readonly password: string;
  readonly domainName: string;
}

/** One complete set of credentials from one source. `from` names the source, never a value. */
export type Credentials =
  | { readonly kind: "keys"; readonly keys: AccessKeys; readonly from: string }
  | { readonly kind: "password"; readonly user: PasswordUser; readonly from: string };

type Name = "accessKey" | "secretKey" | "userName" | "password" | "domainName";

interface Source {
  readonly from: string;
  readonly names: Readonly<Record<Name, readonly string[]>>;
  readonly value: (name: string) => string | undefined;
}

function sourcesOf({ config, environment }: Sources): Source[] {
  const variable = (name: string) => environment[name];
  return [
    {
      from: "the stack's configuration",
      value: config,
      names: {
        accessKey: ["dcs:accessKey"],
        secretKey: ["dcs:secretKey"],
        userName: ["dcs:userName"],
        password: ["dcs:password"],
        domainName: ["dcs:domainName"],
      },
    },
    {
      from: "the environment (OS_*)",
      value: variable,
      names: {
        accessKey: ["OS_ACCESS_KEY"],
        secretKey: ["OS_SECRET_KEY"],
        userName: ["OS_USERNAME"],
        password: ["OS_PASSWORD"],
        domainName: ["OS_USER_DOMAIN_NAME", "OS_DOMAIN_NAME"],
      },
    },
    {
      from: "the environment (HW_*)",
      value: variable,
      names: {
        accessKey: ["HW_ACCESS_KEY"],
        secretKey: ["HW_SECRET_KEY"],
        userName: ["HW_USER_NAME"],
        password: ["HW_USER_PASSWORD"],
        domainName: ["HW_DOMAIN_NAME"],
      },
    },
  ];
}

/**
 * The credentials to use: one set from one source, never mixed. First hit wins: the stack's configuration, `OS_*`, `HW_*`;
 * within a source access keys come before user and password.
 *
 * Throws `no-credentials` when no source has any, and when the first source that has some has only half a set: to go on to
 * the next one then would use other credentials than the user meant.
 */
export function findCredentials(sources: Sources): Credentials {
  for (const source of sourcesOf(sources)) {
    const found = keysOf(source) ?? passwordOf(source);
    if (found) return found;
  }
  throw new DcsError(
    "no-credentials",
    "No credentials for DCS were found. Set the configuration dcs:accessKey and dcs:secretKey (pulumi config set --secret dcs:secretKey …), " +
      "or dcs:userName, dcs:password and dcs:domainName, or the environment variables OS_ACCESS_KEY and OS_SECRET_KEY, " +
      `or OS_USERNAME, OS_PASSWORD and OS_DOMAIN_NAME. ${STALE_CONFIGURATION}`,
  );
}

function keysOf(source: Source): Credentials | undefined {
  const accessKey = first(source, "accessKey");
  const secretKey = first(source, "secretKey");
  if (!accessKey && !secretKey) return undefined;
  if (!accessKey) throw half(source, "secretKey", "accessKey");
  if (!secretKey) throw half(source, "accessKey", "secretKey");
  return { kind: "keys", keys: { accessKey, secretKey }, from: source.from };
}

/** A user name alone is no attempt at credentials: shells set it for other tools. A password alone is half a set. */
function passwordOf(source: Source): Credentials | undefined {
  const password = first(source, "password");
  if (!password) return undefined;
  const userName = first(source, "userName");
  const domainName = first(source, "domainName");
  if (!userName) throw half(source, "password", "userName");
  if (!domainName) throw half(source, "password", "domainName");
  return { kind: "password", user: { userName, password, domainName }, from: source.from };
}

function first(source: Source, name: Name): string | undefined {
  for (const candidate of source.names[name]) {
    const value = source.value(candidate);
    // A password may begin or end with a space; the others cannot, but files and shells like to add a line end.
    if (value?.trim()) return name === "password" ? value : value.trim();
  }
  return undefined;
}

function half(source: Source, has: Name, lacks: Name): DcsError {
  const [given, missing] = [source.names[has][0] ?? has, source.names[lacks].join(" or ")];
  return new DcsError(
    "no-credentials",
    `${given} is set in ${source.from}, but ${missing} is not. Set both there, or neither.`,
  );
}
