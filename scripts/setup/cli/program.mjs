import { accessSync, constants, statSync } from "node:fs";
import { join } from "node:path";

/** The first file of that name that can be run, looking through folders in order; nothing when there is none.
 * @param {string} name @param {string[]} folders @returns {string | undefined} */
export function findProgram(name, folders) {
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
