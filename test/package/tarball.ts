import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { must, ROOT } from "./commands";

/** The package as it would be published, by the script that makes it. */
export async function packTarball() {
  mkdirSync(join(ROOT, ".local"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, ".local", "package-"));
  const file = (await must("node", ["scripts/pack.mjs", "--to", folder], { folder: ROOT })).trim();
  const contents = (await must("tar", ["-tzf", file], { folder })).trim().split("\n");
  return {
    file,
    contents: contents.map((path) => path.replace(/^package\//, "")),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
