import { accessSync, constants, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./children.mjs";
import { failed } from "./failure.mjs";
import { foldersOnPath, root } from "./places.mjs";
import { say, sayingEachMinute } from "./say.mjs";

/** Installs with `npm ci` unless node_modules already holds what the lock file says. */
export async function installIfLockChanged() {
  if (matchesLock() && hasNode()) return;
  say("Installing packages from package-lock.json: about half a minute (400 MB, with a Node 24 for this clone only).");
  // npm replaces node_modules, so it must not run on the Node inside it.
  const env = { ...process.env, PATH: foldersOnPath().join(delimiter) };
  const { ok, output } = await sayingEachMinute("installing", () => run("npm", ["ci"], { cwd: root, env }));
  if (!ok) {
    throw failed(
      "`npm ci` failed. Look at its lines below; after a change of package.json run `npm install` first.",
      output,
    );
  }
  if (!hasNode()) {
    throw failed(
      "`npm ci` installed no Node 24, most likely because install scripts are switched off. Run `npm rebuild node`.",
    );
  }
}

/** Compares what npm noted when it filled node_modules with the lock file; an interrupted install leaves no note. */
function matchesLock() {
  const wanted = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(join(root, "node_modules", ".package-lock.json"));
  if (wanted === undefined || installed === undefined) return false;
  const paths = Object.keys(wanted).filter((path) => path.includes("node_modules/"));
  return (
    paths.every((path) =>
      path in installed ? same(wanted[path], installed[path]) : wanted[path]?.optional === true,
    ) && Object.keys(installed).every((path) => path in wanted)
  );
}

/** @typedef {{ version?: string, integrity?: string, resolved?: string, optional?: boolean }} Package */

/** @param {Package | undefined} one @param {Package | undefined} other */
function same(one, other) {
  return one?.version === other?.version && one?.integrity === other?.integrity;
}

/** @param {string} file @returns {Record<string, Package> | undefined} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

function hasNode() {
  try {
    accessSync(join(root, "node_modules", ".bin", "node"), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
