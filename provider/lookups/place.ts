import type { PlaceArguments } from "../dcs/connection";

/**
 * Where to look; each default as for a resource, so that a lookup sees what the program's resources see. A change of one of
 * them looks there the next time.
 */
export interface LookupPlace {
  /** The region, such as `eu-de`. Default: the configuration `dcs:region`, then the environment, then clouds.yaml. */
  readonly region?: string;
  /**
   * The ID of the project. Default: the configuration `dcs:projectId`, then the environment, then clouds.yaml, then the
   * project that is named like the region.
   */
  readonly projectId?: string;
  /**
   * The base URL of DCS, without a version. Default: the configuration `dcs:endpoint`, then the environment, then
   * clouds.yaml, then what the region tells.
   */
  readonly endpoint?: string;
  /**
   * The version of DCS's API, `v1.0` or `v2`; both see the same. Default: the configuration `dcs:apiVersion`, then the
   * environment, then `v1.0`.
   */
  readonly apiVersion?: "v1.0" | "v2";
  /**
   * The name of an entry of clouds.yaml, which is then the only source of credentials, and of what the other arguments leave
   * open. Default: the configuration `dcs:cloud`; without that, the credentials as docs/credentials.md describes.
   */
  readonly cloud?: string;
}

type Given = { readonly [Name in keyof PlaceArguments]: PlaceArguments[Name] | undefined };

/** The place among a lookup's arguments, or a command's; what is undefined is absent. */
export function placeAmong({ region, projectId, endpoint, apiVersion, cloud }: Given): PlaceArguments {
  return {
    ...(region === undefined ? {} : { region }),
    ...(projectId === undefined ? {} : { projectId }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(apiVersion === undefined ? {} : { apiVersion }),
    ...(cloud === undefined ? {} : { cloud }),
  };
}
