import { join } from "node:path";
import { DcsError } from "../errors";
import { namedFileOr } from "./named-file";
import { CHOICE, type SettingNames } from "./settings";
import { type Found, type Source, sourceOf, type Surroundings } from "./sources";
import { isMap, readYaml, textAt, type Tree } from "./yaml-file";

/**
 * The setting of an endpoint, with the names that Huawei Cloud's SDKs have for it in this region:
 * `HUAWEICLOUD_SDK_REGION_<SERVICE>_<REGION>`, and a line of regions.yaml.
 *
 * Source: README of Huawei Cloud's SDKs, "Custom Region Configuration".
 */
export function inRegion(setting: SettingNames, service: "DCS" | "IAM", region: string): SettingNames {
  const name = `HUAWEICLOUD_SDK_REGION_${service}_${region.toUpperCase().replaceAll("-", "_")}`;
  return { ...setting, sdk: [...(setting.sdk ?? []), name], regions: [`${service} ${region}`] };
}

/** Of the endpoints that an SDK is told, which may be several, the first counts. */
export function firstOf(found: Found | undefined): Found | undefined {
  return found && { ...found, value: found.value.split(",")[0]?.trim() ?? "" };
}

/** Huawei's regions.yaml, where the SDKs look up endpoints. */
export function regionsFile(surroundings: Surroundings): Source {
  const usual = join(surroundings.home, ".huaweicloud", "regions.yaml");
  const found = namedFileOr(usual, CHOICE.regionsFile, surroundings);
  const path = found?.path ?? usual;
  const valueOf = (place: string) => (found ? endpointIn(found, place) : undefined);
  return sourceOf(path, path, ({ regions = [] }: SettingNames) => regions, valueOf);
}

function endpointIn({ path, text }: { readonly path: string; readonly text: string }, place: string) {
  const [service = "", region] = place.split(" ");
  const row = rowsOf(readYaml(text, path), service, path).find((each) => textAt(each, "id") === region);
  return textAt(row, "endpoint") ?? textAt(row, "endpoints.0");
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
