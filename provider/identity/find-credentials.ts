import { STALE_CONFIGURATION } from "../dcs/remedies";
import { DcsError } from "../errors";
import { namedCloud, type Offer, soleCloud } from "./cloud-entry";
import { credentialsFile } from "./credentials-file";
import { credentialsOf } from "./credential-set";
import type { Credentials } from "./credentials";
import { regionsFile } from "./regions-file";
import { CHOICE, FAMILIES, type Family } from "./settings";
import {
  environmentFamily,
  type Found,
  type Source,
  stackConfiguration,
  type Surroundings,
  wholeEnvironment,
} from "./sources";

/** The credentials to use, and the sources that may say where to work with them, first hit wins. */
export interface Chosen {
  readonly credentials: Credentials;
  /** A full set of the environment, to be used where the stack's configuration is refused: its copy in the state may be old. */
  readonly fallback?: Credentials;
  readonly where: readonly Source[];
}

/**
 * The credentials to use: one set from one source, never mixed.
 *
 * The argument `cloud` is the only source where it is given, for the place to work at, too; `dcs:cloud` is its default. Else,
 * first hit wins: the stack's configuration, the environment (`OS_*`, `HW_*`, `HUAWEICLOUD_SDK_*`; never `AWS_*` or `S3_*`),
 * clouds.yaml by `OS_CLOUD` or its sole entry, Huawei's credentials file.
 *
 * Throws `no-credentials` when there are none, or only half a set, and `bad-configuration` for files that cannot be used.
 */
export function findCredentials(argument: string | undefined, surroundings: Surroundings): Chosen {
  if (argument !== undefined) {
    const cloud = namedCloud({ value: argument, name: "cloud", from: "the argument cloud" }, surroundings);
    return { credentials: must(cloud), where: [cloud] };
  }
  const configuration = stackConfiguration(surroundings);
  const environment = wholeEnvironment(surroundings);
  const configured = credentialsOf(configuration);
  const chosen = configuration.find(CHOICE.cloud);
  if (chosen) {
    if (configured) throw twice(chosen, configured);
    const cloud = namedCloud(chosen, surroundings);
    return { credentials: must(cloud), where: [configuration, cloud] };
  }
  const found = configured ?? ofEnvironment(surroundings);
  const named = cloudOfEnvironment(environment, surroundings, found !== undefined);
  const above = [configuration, environment, ...(named ? [named] : [])];
  const where = [...above, regionsFile(surroundings)];
  if (configured) {
    const fallback = wholeSet(surroundings);
    return { credentials: configured, ...(fallback ? { fallback } : {}), where };
  }
  if (found) return { credentials: found, where };
  if (named) return { credentials: must(named), where };
  return ofFiles(above, surroundings);
}

/** A sole entry that gives no credentials is somebody else's matter, and says nothing of the place to work at. */
function ofFiles(above: readonly Source[], surroundings: Surroundings): Chosen {
  const offer = soleCloud(surroundings);
  const offered = offer.found && credentialsOf(offer.found);
  const where = (source: Source) => [...above, source, regionsFile(surroundings)];
  if (offered) return { credentials: offered, where: where(offer.found) };
  const file = credentialsFile(surroundings);
  const credentials = file && credentialsOf(file);
  if (credentials) return { credentials, where: where(file) };
  throw none(offer);
}

/** `isSpare`: others have the credentials, so that an entry that is not there is another tool's matter. */
function cloudOfEnvironment(environment: Source, surroundings: Surroundings, isSpare: boolean): Source | undefined {
  const name = environment.find(CHOICE.cloud);
  // OpenStack's tools call the environment itself by this name.
  if (!name || name.value === "envvars") return undefined;
  try {
    return namedCloud(name, surroundings);
  } catch (error) {
    if (isSpare) return undefined;
    throw error;
  }
}

const families = (surroundings: Surroundings) =>
  (Object.keys(FAMILIES) as Family[]).map((family) => environmentFamily(family, surroundings)); // a constant's keys

function ofEnvironment(surroundings: Surroundings): Credentials | undefined {
  for (const family of families(surroundings)) {
    const found = credentialsOf(family);
    if (found) return found;
  }
  return undefined;
}

/** For a fallback only a full set counts; half of one is not what the user asked for here. */
function wholeSet(surroundings: Surroundings): Credentials | undefined {
  try {
    return ofEnvironment(surroundings);
  } catch {
    return undefined;
  }
}

function must(cloud: Source): Credentials {
  const credentials = credentialsOf(cloud);
  if (credentials) return credentials;
  throw new DcsError(
    "no-credentials",
    `${capitalized(cloud.name)} has no credentials. Give it auth.ak and auth.sk, or auth.username, auth.password and auth.user_domain_name, there or in secure.yaml.`,
  );
}

function twice(chosen: Found, { from, parts: [part] }: Credentials): DcsError {
  return new DcsError(
    "bad-configuration",
    `${chosen.from} names the cloud "${chosen.value}", but ${from} has credentials of its own, too (dcs:${part?.name ?? ""}). Keep one of them: pulumi config rm removes the other.`,
  );
}

function none(offer: Offer): DcsError {
  const choose =
    !offer.found && offer.path !== undefined && offer.choices.length > 0
      ? `${offer.path} has several clouds (${offer.choices.join(", ")}): choose one by the argument cloud, the configuration dcs:cloud or OS_CLOUD. `
      : "";
  return new DcsError(
    "no-credentials",
    `No credentials for DCS were found. ${choose}Set the configuration dcs:accessKey and dcs:secretKey (pulumi config set --secret dcs:secretKey …), ` +
      "or dcs:userName, dcs:password and dcs:domainName, or the environment variables OS_ACCESS_KEY and OS_SECRET_KEY, " +
      `or OS_USERNAME, OS_PASSWORD and OS_USER_DOMAIN_NAME, or give an entry of clouds.yaml. ${STALE_CONFIGURATION}`,
  );
}

const capitalized = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
