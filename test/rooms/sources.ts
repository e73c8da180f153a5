import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Source } from "./imports";
import { ROOT } from "../support/root";

const FOLDERS = ["provider", "simulator", "examples", "scripts", "test", "bench"];
const NOT_OURS = new Set(["node_modules", "dist"]);

/** Every program text that is written in this repository. */
export function allSources(): Source[] {
  return FOLDERS.flatMap(filesBelow).map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
}

function filesBelow(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : filesBelow(path);
    return /\.[cm]?[jt]s$/.test(entry.name) ? [path] : [];
  });
}

function entriesOf(folder: string) {
  try {
    return readdirSync(join(ROOT, folder), { withFileTypes: true });
  } catch {
    // Not every folder of the plan is there from the first day.
    return [];
  }
}
