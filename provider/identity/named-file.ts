import { DcsError } from "../errors";
import type { SettingNames } from "./settings";
import { findIn, type Surroundings, wholeEnvironment } from "./sources";

/** A file that was found, and what it holds. */
export interface NamedFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The file that a variable of the environment names; nothing where none is set. Throws `bad-configuration` when there is no
 * such file: the user meant it, so others are no substitute.
 */
export function namedFile(choice: SettingNames, surroundings: Surroundings): NamedFile | undefined {
  const chosen = findIn([wholeEnvironment(surroundings)], choice);
  if (!chosen) return undefined;
  const text = surroundings.file(chosen.value);
  if (text !== undefined) return { path: chosen.value, text };
  throw new DcsError(
    "bad-configuration",
    `There is no file ${chosen.value}, which ${chosen.from} names. Correct the variable, or unset it.`,
  );
}

/** The same, or else the one at this path; nothing where neither is. */
export function namedFileOr(path: string, choice: SettingNames, surroundings: Surroundings): NamedFile | undefined {
  const named = namedFile(choice, surroundings);
  if (named) return named;
  const text = surroundings.file(path);
  return text === undefined ? undefined : { path, text };
}
