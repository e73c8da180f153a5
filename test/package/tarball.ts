import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { must } from "../support/must";
import { ROOT } from "../support/root";

/** The package as it would be published, by the script that makes it; `flags` are that script's. */
export async function packTarball(...flags: readonly string[]) {
  mkdirSync(join(ROOT, ".local"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, ".local", "package-"));
  const file = (await must("node", ["scripts/pack.mjs", "--to", folder, ...flags], { folder: ROOT })).trim();
  const contents = (await must("tar", ["-tzf", file], { folder })).trim().split("\n");
  return {
    file,
    folder,
    contents: contents.map((path) => path.replace(/^package\//, "")),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
