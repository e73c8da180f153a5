import { createRequire } from "node:module";
import type * as Yaml from "yaml";
import { DcsError } from "../errors";

/** What a YAML or JSON file holds: maps, lists and texts. Every scalar is a text, so that `0123` stays what was written. */
export type Tree = string | readonly Tree[] | { readonly [name: string]: Tree };

export type TreeMap = Readonly<Record<string, Tree>>;

/**
 * Reads a file's text. Throws `bad-configuration` with the line where it is broken.
 *
 * The library's own message quotes lines of the file, which may hold a password: it is not used.
 */
export function readYaml(text: string, path: string): Tree {
  // Most users have no such file: the library is loaded for those who do.
  const { parseDocument } = createRequire(__filename)("yaml") as typeof Yaml; // its types are the same
  const document = parseDocument(text, { schema: "failsafe", merge: true, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const line = text.slice(0, error.pos[0]).split("\n").length;
    throw new DcsError(
      "bad-configuration",
      `${path} is not valid YAML: line ${line} is broken (${error.code}). Mend that line.`,
    );
  }
  try {
    return document.toJS() as Tree; // the failsafe schema makes nothing else
  } catch {
    throw new DcsError("bad-configuration", `${path} is not valid YAML: an alias in it names no anchor. Mend it.`);
  }
}

export function isMap(tree: Tree | undefined): tree is TreeMap {
  return typeof tree === "object" && !Array.isArray(tree);
}

/** The text at a place such as `auth.username` or `regions.0`; YAML's ways to write "nothing" count as such. */
export function textAt(tree: Tree | undefined, place: string): string | undefined {
  let at = tree;
  for (const name of place.split(".")) {
    if (typeof at !== "object") return undefined;
    // A list is asked by its index.
    at = (at as Readonly<Record<string, Tree>>)[name];
  }
  return typeof at === "string" && !/^(~|null|)$/i.test(at) ? at : undefined;
}

/** `over` laid over `under`: maps are merged, everything else is replaced. */
export function merged(under: TreeMap, over: TreeMap): TreeMap {
  const result: Record<string, Tree> = { ...under };
  for (const [name, value] of Object.entries(over)) {
    const below = result[name];
    result[name] = isMap(below) && isMap(value) ? merged(below, value) : value;
  }
  return result;
}
