import { baseUrlOf, namesVersion } from "../base-url";
import { API_VERSIONS, type ApiVersion } from "../dcs/api-versions";
import type { PlaceArguments } from "../dcs/connection";
import { endpointsOf } from "../dcs/endpoints";
import { DcsError } from "../errors";
import { findSetting, type Found, type Sources, WHERE } from "./settings";

/** Where to work, found. */
export interface Place {
  readonly region: string;
  readonly projectId: Found | undefined;
  readonly projectName: Found | undefined;
  /** Base URL of DCS, without a version and without a slash at its end. */
  readonly endpoint: string;
  readonly apiVersion: ApiVersion;
  /** Base URL of IAM with its version; nothing where neither a setting nor the region tells. */
  readonly authUrl: string | undefined;
}

/**
 * Finds where to work. Per value, first hit wins: the resource's argument, the stack's configuration, the environment; the
 * endpoints then follow from the region.
 *
 * Throws `bad-configuration` when the region is nowhere given, or when nothing tells the endpoint.
 */
export function findPlace(args: PlaceArguments, sources: Sources): Place {
  const find = (name: keyof typeof WHERE & keyof PlaceArguments) => argumentOrSetting(name, args[name], sources);
  const region = find("region");
  if (!region) {
    throw new DcsError(
      "bad-configuration",
      "The region is not known. Give the argument region, or the configuration dcs:region (pulumi config set dcs:region eu-de), or the environment variable OS_REGION_NAME.",
    );
  }
  const known = endpointsOf(region.value);
  const endpoint = find("endpoint") ?? (known && { value: known.dcs, from: "the region" });
  if (!endpoint) {
    throw new DcsError(
      "bad-configuration",
      `The endpoint of DCS in region "${region.value}" (${region.from}) is not known. Check the region's name; for a cloud that this package does not know, give the argument endpoint or the configuration dcs:endpoint.`,
    );
  }
  const authUrl = findSetting(WHERE.authUrl, sources);
  return {
    region: region.value,
    projectId: find("projectId"),
    projectName: findSetting(WHERE.projectName, sources),
    endpoint: withoutVersion(baseUrl(endpoint, "endpoint"), endpoint),
    apiVersion: findApiVersion(args.apiVersion, sources),
    authUrl: authUrl ? baseUrl(authUrl, "authUrl") : known?.iam,
  };
}

/** The version of the API: the argument, then the stack's configuration, then the environment, else v1.0. */
export function findApiVersion(argument: string | undefined, sources: Sources): ApiVersion {
  const found = argumentOrSetting("apiVersion", argument, sources);
  if (!found) return "v1.0";
  const version = API_VERSIONS.find((known) => known === found.value);
  if (version) return version;
  throw new DcsError("bad-configuration", `The API version from ${found.from} must be "v1.0" or "v2".`);
}

function argumentOrSetting(
  name: keyof typeof WHERE & keyof PlaceArguments,
  argument: string | undefined,
  sources: Sources,
): Found | undefined {
  return argument ? { value: argument, from: `the argument ${name}` } : findSetting(WHERE[name], sources);
}

function withoutVersion(url: string, found: Found): string {
  if (!namesVersion(url)) return url;
  throw new DcsError(
    "bad-configuration",
    `The endpoint from ${found.from} names a version: ${url}. Give it without, such as ${new URL(url).origin}; apiVersion chooses the version.`,
  );
}

function baseUrl(found: Found, name: string): string {
  const url = baseUrlOf(found.value);
  if (url !== undefined) return url;
  throw new DcsError(
    "bad-configuration",
    `The ${name} from ${found.from} is not a base URL. Give scheme and host, such as https://dcs.eu-de.otc.t-systems.com.`,
  );
}
