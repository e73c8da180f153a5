import { DcsError } from "../errors";
import { type CloudsFile, readCloudsFile, searchedFolders } from "./clouds-files";
import type { SettingNames } from "./settings";
import { type Found, type Source, sourceOf, type Surroundings } from "./sources";
import { isMap, merged, textAt, type TreeMap } from "./yaml-file";

/** What clouds.yaml offers where no entry is named. */
export type Offer =
  | { readonly found: Source }
  /** Several entries, and none is named; or no file at all. */
  | { readonly found: undefined; readonly choices: readonly string[]; readonly path?: string };

/** The entry that is named. Throws `bad-configuration` when there is none of that name. */
export function namedCloud(name: Found, surroundings: Surroundings): Source {
  const file = readCloudsFile("clouds", surroundings);
  if (!file) {
    throw new DcsError(
      "bad-configuration",
      `There is no clouds.yaml for the cloud "${name.value}" (${name.from}) in ${searchedFolders(surroundings).join(", ")}. Make one there, or name the file in OS_CLIENT_CONFIG_FILE.`,
    );
  }
  if (Object.hasOwn(file.clouds, name.value)) return entrySource(name.value, file, surroundings);
  throw new DcsError(
    "bad-configuration",
    `${file.path} has no cloud "${name.value}" (${name.from}). Its clouds: ${listed(Object.keys(file.clouds))}.`,
  );
}

/** The sole entry, where none is named. */
export function soleCloud(surroundings: Surroundings): Offer {
  const file = readCloudsFile("clouds", surroundings);
  if (!file) return { found: undefined, choices: [] };
  const names = Object.keys(file.clouds);
  const [only, ...more] = names;
  if (only === undefined || more.length > 0) return { found: undefined, choices: names, path: file.path };
  return { found: entrySource(only, file, surroundings) };
}

/** An entry with what secure.yaml lays over it, and what its vendor's profile lays under it. */
function entrySource(name: string, file: CloudsFile, surroundings: Surroundings): Source {
  const secure = readCloudsFile("secure", surroundings);
  const above = secure?.clouds[name] === undefined ? {} : mapOf(secure.clouds[name], name, secure.path);
  const entry = merged(mapOf(file.clouds[name], name, file.path), above);
  const values = merged(vendorProfile(entry, name, file.path, surroundings), entry);
  const at = (path: string) => `cloud "${name}" in ${path}`;
  const whereOf = (place: string) => at(secure && textAt(above, place) !== undefined ? secure.path : file.path);
  const valueOf = (place: string) => textAt(values, place);
  return sourceOf(at(file.path), whereOf, ({ cloud = [] }: SettingNames) => cloud, valueOf);
}

function mapOf(entry: TreeMap[string] | undefined, name: string, path: string): TreeMap {
  if (isMap(entry) && (entry["auth"] === undefined || isMap(entry["auth"]))) return entry;
  const what = isMap(entry) ? `"auth" of cloud "${name}"` : `Cloud "${name}"`;
  throw new DcsError("bad-configuration", `${what} in ${path} is not a map. Give it as indented lines "key: value".`);
}

/** Built in, as in Open Telekom Cloud's own tools. */
const OTC: TreeMap = { auth: { auth_url: "https://iam.{region_name}.otc.t-systems.com/v3" } };

function vendorProfile(entry: TreeMap, name: string, path: string, surroundings: Surroundings): TreeMap {
  const profile = textAt(entry, "profile") ?? textAt(entry, "cloud");
  if (profile === undefined) return {};
  const vendors = readCloudsFile("vendors", surroundings);
  const found = vendors?.clouds[profile];
  if (found !== undefined) return mapOf(found, profile, vendors?.path ?? path);
  if (profile === "otc") return OTC;
  throw new DcsError(
    "bad-configuration",
    `The profile "${profile}" of cloud "${name}" in ${path} is not known. Built in is "otc"; others come from clouds-public.yaml.`,
  );
}

const listed = (names: readonly string[]) => (names.length > 0 ? names.map((name) => `"${name}"`).join(", ") : "none");
