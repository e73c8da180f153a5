import { join } from "node:path";
import { DcsError } from "../errors";
import { namedFileOr } from "./named-file";
import { CHOICE, type SettingNames } from "./settings";
import { type Source, sourceOf, type Surroundings } from "./sources";

/** DCS works in projects, and `[basic]` holds the credentials for that; those of `[global]` are for a whole domain. */
const SECTION = "basic";

/**
 * Huawei's credentials file: the one that `HUAWEICLOUD_SDK_CREDENTIALS_FILE` names, else `~/.huaweicloud/credentials`.
 *
 * Nothing where there is none. Source: README of Huawei Cloud's SDKs, "Profile".
 */
export function credentialsFile(surroundings: Surroundings): Source | undefined {
  const usual = join(surroundings.home, ".huaweicloud", "credentials");
  const found = namedFileOr(usual, CHOICE.credentialsFile, surroundings);
  if (!found) return undefined;
  const { path, text } = found;
  const section = sectionsOf(text).get(SECTION);
  if (!section) {
    throw new DcsError(
      "bad-configuration",
      `${path} has no section [${SECTION}]. Put ak and sk below a line "[${SECTION}]".`,
    );
  }
  const at = `[${SECTION}] in ${path}`;
  return sourceOf(
    path,
    at,
    ({ profile = [] }: SettingNames) => profile,
    (key) => section.get(key),
  );
}

/** Sections with lines `key = value`; a line that begins with `#` or `;` says nothing. */
function sectionsOf(text: string): Map<string, Map<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let section = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const heading = /^\s*\[([^\]]*)\]\s*$/.exec(line)?.[1]?.trim();
    if (heading !== undefined) {
      section = sections.get(heading) ?? new Map<string, string>();
      sections.set(heading, section);
      continue;
    }
    const [, key, value] = /^\s*([^#;=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) section.set(key, value);
  }
  return sections;
}
