import { Extractor } from "@microsoft/api-extractor";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ENTRIES, extractorOf } from "../api/extractor.mjs";
import { root } from "../setup/places.mjs";

/** Of the repository or of the package: what a user reads. */
const PAPERS = ["CHANGELOG.md", "provider/LICENSE", "provider/README.md"];

/**
 * Packs a copy, built anew: what earlier builds left is not in it. Comments stay in the sources, and the types of each entry
 * become one file, so that nobody downloads what nobody reads.
 *
 * @param {string} folder where the tarball goes
 * @param {{ sourceMaps?: boolean }} [what] `sourceMaps`: the same package for debuggers, whose stack traces name lines of
 *   TypeScript; three times as large, so it is not the one that is published (docs/decisions/0008)
 * @returns {Promise<{ file: string, contents: string[], unpackedSize: number }>} `contents`: the paths in it
 */
export async function pack(folder, { sourceMaps = false } = {}) {
  const copy = mkdtempSync(join(folder, "package-"));
  try {
    for (const paper of PAPERS) cpSync(join(root, paper), join(copy, paper.split("/").at(-1) ?? paper));
    for (const folder of ["bin", "completion"]) {
      cpSync(join(root, "provider", folder), join(copy, folder), { recursive: true });
    }
    const manifest = JSON.parse(readFileSync(join(root, "provider/package.json"), "utf8"));
    delete manifest.devDependencies;
    writeFileSync(join(copy, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
    compile(join(copy, "dist"), sourceMaps ? ["--sourceMap", "--inlineSources"] : []);
    for (const entry of ENTRIES) rollUpTypes(entry, join(copy, "dist"));
    const told = run("npm", ["pack", "--json", "--silent", "--ignore-scripts", "--pack-destination", folder], copy);
    // An array with npm 10 and 11, an object by the packages' names with npm 12.
    const [packed] = Object.values(JSON.parse(told));
    const file = join(folder, sourceMaps ? `with-source-maps-${packed.filename}` : packed.filename);
    renameSync(join(folder, packed.filename), file);
    return {
      file,
      contents: packed.files.map(({ path }) => path),
      unpackedSize: packed.unpackedSize,
    };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** @param {string} outDir @param {string[]} more flags for the compiler */
function compile(outDir, more) {
  const flags = ["--declaration", "false", "--incremental", "false", "--tsBuildInfoFile", "null", "--removeComments"];
  run("tsc", ["-p", "provider/tsconfig.build.json", "--outDir", outDir, ...flags, ...more], root);
}

/** @param {typeof ENTRIES[number]} entry @param {string} outDir */
function rollUpTypes(entry, outDir) {
  const { config } = extractorOf(entry, join(outDir, `${entry.file}.d.ts`));
  const { succeeded } = Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => (message.handled = true),
  });
  if (!succeeded) throw new Error(`The types of ${entry.from} could not be put into one file: run npm run check:api.`);
}

/** @param {string} program @param {string[]} args @param {string} cwd */
function run(program, args, cwd) {
  return execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}
