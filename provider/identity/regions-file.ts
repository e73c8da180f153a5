import { join } from "node:path";
import { DcsError } from "../errors";
import { namedFileOr } from "./named-file";
import { CHOICE } from "./settings";
import type { Found, Surroundings } from "./sources";
import { isMap, readYaml, textAt, type Tree } from "./yaml-file";

/**
 * The endpoint that Huawei Cloud's SDKs would be told for a service in a region: `HUAWEICLOUD_SDK_REGION_<SERVICE>_<REGION>`,
 * then regions.yaml. Of several the first counts.
 *
 * Source: README of Huawei Cloud's SDKs, "Custom Region Configuration".
 */
export function sdkEndpoint(service: "DCS" | "IAM", region: string, surroundings: Surroundings): Found | undefined {
  const name = `HUAWEICLOUD_SDK_REGION_${service}_${region.toUpperCase().replaceAll("-", "_")}`;
  const value = firstOf(surroundings.environment[name]);
  if (value !== undefined) return { value, name, from: `${name} of the environment` };
  return ofFile(service, region, surroundings);
}

function ofFile(service: string, region: string, surroundings: Surroundings): Found | undefined {
  const usual = join(surroundings.home, ".huaweicloud", "regions.yaml");
  const found = namedFileOr(usual, CHOICE.regionsFile, surroundings);
  if (!found) return undefined;
  const { path, text } = found;
  const row = rowsOf(readYaml(text, path), service, path).find((each) => textAt(each, "id") === region);
  const value = firstOf(textAt(row, "endpoint") ?? textAt(row, "endpoints.0"));
  return value === undefined ? undefined : { value, name: service, from: `region ${region} of ${service} in ${path}` };
}

function rowsOf(tree: Tree, service: string, path: string): readonly Tree[] {
  if (!isMap(tree)) {
    throw new DcsError(
      "bad-configuration",
      `${path} is not a map of services. Give each service a list of lines "- id: …" with "endpoint: …".`,
    );
  }
  const rows = Object.entries(tree).find(([name]) => name.toUpperCase() === service)?.[1];
  return Array.isArray(rows) ? (rows as readonly Tree[]) : []; // `isArray` forgets that the list is read-only
}

function firstOf(list: string | undefined): string | undefined {
  const first = list?.split(",")[0]?.trim();
  return first === "" ? undefined : first;
}
