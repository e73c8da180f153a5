import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const unfinishedPrefix = ".unfinished-";
const oneDay = 24 * 60 * 60 * 1000;

/**
 * Fills a folder that is missing or of no use, and that is afterwards either there as a whole or not there at all: it is made beside its place and moved
 * there at the end, unless `fill` answers false or throws. When another set-up was quicker, its folder stays.
 * @param {string} folder
 * @param {(unfinished: string) => Promise<boolean>} fill
 */
export async function makeWhole(folder, fill) {
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  sweep(parent);
  const unfinished = mkdtempSync(join(parent, `${unfinishedPrefix}${basename(folder)}-`));
  const remove = () => rmSync(unfinished, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    if (await fill(unfinished)) moveInto(folder, unfinished);
  } finally {
    remove();
    process.off("exit", remove);
  }
}

/** @param {string} folder @param {string} unfinished */
function moveInto(folder, unfinished) {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/** Removes what a killed set-up left; younger ones may belong to a set-up that is still at work. @param {string} parent */
function sweep(parent) {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(unfinishedPrefix))) {
    const path = join(parent, name);
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - changed > oneDay) rmSync(path, { recursive: true, force: true });
  }
}
