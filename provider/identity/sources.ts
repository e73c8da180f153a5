import { FAMILIES, type Family, type SettingNames, variablesOf } from "./settings";

/** Everything outside the program that may say who we are and where to work; all of it is passed in. */
export interface Surroundings {
  /** The stack's configuration, by full key such as `dcs:region`. */
  readonly config: (key: string) => string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The text of a file; nothing where there is none. Throws `bad-configuration` for one that cannot be read. */
  readonly file: (path: string) => string | undefined;
  /** The user's home. */
  readonly home: string;
  /** The current folder. */
  readonly folder: string;
  /** The proxy for a URL, if one is to be used. */
  readonly proxyFor: (url: string) => string | undefined;
}

/** A value and where it was found, so that a message can say it. */
export interface Found {
  readonly value: string;
  /** Its name there, such as `dcs:region`. */
  readonly name: string;
  /** For example `dcs:region of the stack's configuration` or `OS_REGION_NAME of the environment`. */
  readonly from: string;
}

/** One source of settings, which knows each of them by its own names. */
export interface Source {
  /** For messages, such as `the environment (OS_*)`. */
  readonly name: string;
  /** The value of a setting; an empty one counts as not given. */
  find(setting: SettingNames): Found | undefined;
  /** The name under which this source is best given a setting; nothing where it cannot be. */
  nameOf(setting: SettingNames): string | undefined;
}

/**
 * A source in which each setting has a list of names; the first that has a value wins. `where` says where it stands, and may
 * do so name by name.
 */
export function sourceOf(
  name: string,
  where: string | ((name: string) => string),
  namesOf: (setting: SettingNames) => readonly string[],
  valueOf: (name: string) => string | undefined,
): Source {
  return {
    name,
    nameOf: (setting) => namesOf(setting)[0],
    find(setting) {
      for (const candidate of namesOf(setting)) {
        const value = valueOf(candidate);
        // A password may begin or end with a blank; the others cannot, but files and shells like to add a line end.
        if (!value?.trim()) continue;
        const place = typeof where === "string" ? where : where(candidate);
        return { value: setting.exact ? value : value.trim(), name: candidate, from: `${candidate} of ${place}` };
      }
      return undefined;
    },
  };
}

export function stackConfiguration({ config }: Surroundings): Source {
  const keys = ({ config: key }: SettingNames) => (key === undefined ? [] : [`dcs:${key}`]);
  return sourceOf("the stack's configuration", "the stack's configuration", keys, config);
}

/** One family of variables. */
export function environmentFamily(family: Family, { environment }: Surroundings): Source {
  const names = (setting: SettingNames) => setting[family] ?? [];
  return sourceOf(`the environment (${FAMILIES[family]})`, "the environment", names, (name) => environment[name]);
}

/** All families together, for values that are looked up one by one. */
export function wholeEnvironment({ environment }: Surroundings): Source {
  return sourceOf("the environment", "the environment", variablesOf, (name) => environment[name]);
}

/** The first of the sources that has the setting. */
export function findIn(sources: readonly Source[], setting: SettingNames): Found | undefined {
  for (const source of sources) {
    const found = source.find(setting);
    if (found) return found;
  }
  return undefined;
}
