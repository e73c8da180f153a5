import type { ApiVersion } from "../dcs/api-versions";
import type { PlaceArguments } from "../dcs/connection";
import { findCredentials } from "./find-credentials";
import { apiVersionOf } from "./place";
import { WHERE } from "./settings";
import { findIn, type Source, stackConfiguration, type Surroundings, wholeEnvironment } from "./sources";

/** The version of the API: the argument, then the sources that count for the place, else v1.0. */
export function findApiVersion(
  { apiVersion, cloud }: Pick<PlaceArguments, "apiVersion" | "cloud">,
  surroundings: Surroundings,
): ApiVersion {
  if (apiVersion) return apiVersionOf({ value: apiVersion, name: "apiVersion", from: "the argument apiVersion" });
  return apiVersionOf(findIn(sourcesFor(cloud, surroundings), WHERE.apiVersion));
}

/** What is wrong with the credentials is told when they are needed. */
function sourcesFor(cloud: string | undefined, surroundings: Surroundings): readonly Source[] {
  try {
    return findCredentials(cloud, surroundings).where;
  } catch {
    return [stackConfiguration(surroundings), wholeEnvironment(surroundings)];
  }
}
