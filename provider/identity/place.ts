import { baseUrlOf, namesVersion } from "../base-url";
import { API_VERSIONS, type ApiVersion } from "../dcs/api-versions";
import type { PlaceArguments } from "../dcs/connection";
import { endpointsOf } from "../dcs/endpoints";
import { DcsError } from "../errors";
import { firstOf, inRegion } from "./regions-file";
import { type SettingNames, WHERE } from "./settings";
import { findIn, type Found, type Source } from "./sources";

/** Where to work, found. */
export interface Place {
  readonly region: Found;
  readonly projectId: Found | undefined;
  readonly projectName: Found | undefined;
  /** Base URL of DCS, without a version and without a slash at its end. */
  readonly endpoint: Found;
  readonly apiVersion: ApiVersion;
  /** Base URL of IAM with its version; nothing where neither a setting nor the region tells. */
  readonly authUrl: Found | undefined;
}

type Argument = keyof typeof WHERE & keyof PlaceArguments;

/**
 * Finds where to work. Per value, first hit wins: the resource's argument, then the sources in their order; the endpoints
 * then follow from the region. A region that is nowhere given follows from the project's name, as `eu-de` does from
 * `eu-de_shop`.
 *
 * Throws `bad-configuration` when the region is nowhere given, or when nothing tells the endpoint.
 */
export function findPlace(args: PlaceArguments, sources: readonly Source[]): Place {
  const setting = (name: keyof typeof WHERE) => findIn(sources, WHERE[name]);
  const find = (name: Argument) => argumentOf(name, args[name]) ?? setting(name);
  const projectName = setting("projectName");
  const region = find("region") ?? regionOfProject(projectName);
  if (!region) throw noRegion(sources);
  const known = endpointsOf(region.value, setting("domain")?.value);
  const table = (value: string | undefined): Found | undefined =>
    value === undefined ? undefined : { value, name: "region", from: "the region" };
  const told = (name: "endpoint" | "authUrl", service: "DCS" | "IAM") =>
    firstOf(findIn(sources, inRegion(WHERE[name], service, region.value)));
  const endpoint = argumentOf("endpoint", args.endpoint) ?? told("endpoint", "DCS") ?? table(known?.dcs);
  if (!endpoint) {
    throw new DcsError(
      "bad-configuration",
      `The endpoint of DCS in region "${region.value}" (${region.from}) is not known. Check the region's name; for a cloud that this package does not know, give the argument endpoint or the configuration dcs:endpoint.`,
    );
  }
  const given = told("authUrl", "IAM");
  const template = given && { ...given, value: given.value.replace("{region_name}", region.value) };
  const authUrl = template ?? table(known?.iam);
  const projectId = argumentOf("projectId", args.projectId);
  return {
    region,
    ...(projectId ? { projectId, projectName: undefined } : projectIn(sources)),
    endpoint: { ...endpoint, value: withoutVersion(baseUrl(endpoint, "endpoint"), endpoint) },
    apiVersion: apiVersionOf(find("apiVersion")),
    authUrl: authUrl && { ...authUrl, value: iamUrl(baseUrl(authUrl, "authUrl"), authUrl) },
  };
}

/** Throws `bad-configuration` for a version that is none. */
export function apiVersionOf(found: Found | undefined): ApiVersion {
  if (!found) return "v1.0";
  const version = API_VERSIONS.find((known) => known === found.value);
  if (version) return version;
  throw new DcsError(
    "bad-configuration",
    `The API version "${found.value}" from ${found.from} is not one of DCS. Give "v1.0" or "v2".`,
  );
}

/** The first source that says which project says it, be it by ID or by name. */
function projectIn(sources: readonly Source[]): Pick<Place, "projectId" | "projectName"> {
  for (const source of sources) {
    const projectId = source.find(WHERE.projectId);
    const projectName = source.find(WHERE.projectName);
    if (projectId ?? projectName) return { projectId, projectName };
  }
  return { projectId: undefined, projectName: undefined };
}

function argumentOf(name: Argument, value: string | undefined): Found | undefined {
  return value ? { value, name, from: `the argument ${name}` } : undefined;
}

/** Projects are named after their region, sub-projects `<region>_<name>`: IAM user guide, "Projects". */
function regionOfProject(projectName: Found | undefined): Found | undefined {
  const [region = ""] = projectName?.value.split("_") ?? [];
  return projectName && endpointsOf(region) ? { ...projectName, value: region } : undefined;
}

function noRegion(sources: readonly Source[]): DcsError {
  const ways = sources.map((source) => way(source, WHERE.region)).filter((text) => text !== undefined);
  return new DcsError(
    "bad-configuration",
    `The region is not known. Give the argument region, or ${ways.join(", or ")}.`,
  );
}

function way(source: Source, setting: SettingNames): string | undefined {
  const name = source.nameOf(setting);
  if (name === undefined) return undefined;
  if (name.startsWith("dcs:")) return `the configuration ${name} (pulumi config set ${name} eu-de)`;
  return name.startsWith("OS_") ? `the environment variable ${name}` : `${name} of ${source.name}`;
}

function withoutVersion(url: string, found: Found): string {
  if (!namesVersion(url)) return url;
  throw new DcsError(
    "bad-configuration",
    `The endpoint from ${found.from} names a version: ${url}. Give it without, such as ${new URL(url).origin}; apiVersion chooses the version.`,
  );
}

/** Some tools are told IAM's URL with its version, others without. */
function iamUrl(url: string, found: Found): string {
  if (!namesVersion(url)) return `${url}/v3`;
  if (url.endsWith("/v3")) return url;
  throw new DcsError(
    "bad-configuration",
    `The authUrl from ${found.from} names a version of IAM that does not serve here: ${url}. Give it with /v3 at its end.`,
  );
}

function baseUrl(found: Found, name: string): string {
  const url = baseUrlOf(found.value);
  if (url !== undefined) return url;
  throw new DcsError(
    "bad-configuration",
    `The ${name} from ${found.from} is not a base URL. Give scheme and host, such as https://${name === "endpoint" ? "dcs" : "iam"}.eu-de.otc.t-systems.com.`,
  );
}
