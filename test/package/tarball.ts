import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { must, ROOT } from "./commands";

/**
 * The package as it would be published, built anew: what earlier builds left in this clone's `dist` is not in it.
 *
 * A copy of the sources is built, since other tests run from this clone's own build at the same time.
 */
export async function packTarball() {
  mkdirSync(join(ROOT, ".local"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, ".local", "package-"));
  const copy = join(folder, "provider");
  cpSync(join(ROOT, "tsconfig.json"), join(folder, "tsconfig.json"));
  cpSync(join(ROOT, "provider"), copy, {
    recursive: true,
    filter: (path) => !["dist", "node_modules"].includes(basename(path)),
  });
  await must("tsc", ["-p", "tsconfig.build.json"], { folder: copy });
  const [packed] = JSON.parse(
    await must("npm", ["pack", "--json", "--silent", "--pack-destination", folder], { folder: copy }),
  ) as { filename: string; files: { path: string }[] }[]; // as npm documents it
  if (!packed) throw new Error("npm pack packed nothing.");
  return {
    file: join(folder, packed.filename),
    contents: packed.files.map(({ path }) => path),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
