import { join } from "node:path";
import { DcsError } from "../errors";
import { type NamedFile, namedFile } from "./named-file";
import { CHOICE } from "./settings";
import type { Surroundings } from "./sources";
import { isMap, readYaml, type TreeMap } from "./yaml-file";

/** A file of clouds that was found, and what it holds by name. */
export interface CloudsFile {
  readonly path: string;
  readonly clouds: TreeMap;
}

/** The three files of OpenStack's configuration: their names, the variable that names another file, their top-level key. */
const FILES = {
  clouds: { name: "clouds", choice: CHOICE.cloudsFile, key: "clouds" },
  secure: { name: "secure", choice: CHOICE.secureFile, key: "clouds" },
  vendors: { name: "clouds-public", choice: CHOICE.vendorFile, key: "public-clouds" },
} as const;

/**
 * Finds and reads one of the three files: the one that the environment names, else the first of the current folder,
 * `~/.config/openstack` and `/etc/openstack`, each with the endings yaml, yml and json.
 *
 * Nothing where there is none. Throws `bad-configuration` when the named one is missing, or when what is found is no such
 * file. Order: OpenStack's own tools and Open Telekom Cloud's.
 */
export function readCloudsFile(which: keyof typeof FILES, surroundings: Surroundings): CloudsFile | undefined {
  const { name, choice, key } = FILES[which];
  const found = namedFile(choice, surroundings) ?? searched(name, surroundings);
  if (!found) return undefined;
  const tree = readYaml(found.text, found.path);
  const clouds = isMap(tree) ? tree[key] : undefined;
  if (isMap(clouds)) return { path: found.path, clouds };
  throw new DcsError(
    "bad-configuration",
    `${found.path} has no map "${key}" at its top. Put the entries below "${key}:", each by its name.`,
  );
}

function searched(name: string, surroundings: Surroundings): NamedFile | undefined {
  for (const folder of searchedFolders(surroundings)) {
    for (const ending of ["yaml", "yml", "json"]) {
      const path = join(folder, `${name}.${ending}`);
      const text = surroundings.file(path);
      if (text !== undefined) return { path, text };
    }
  }
  return undefined;
}

export function searchedFolders({ folder, home, environment }: Surroundings): string[] {
  const own = environment["XDG_CONFIG_HOME"];
  const settings = own === undefined || own === "" ? join(home, ".config") : own;
  return [folder, join(settings, "openstack"), "/etc/openstack"];
}
