import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";

/** The root folder of this clone. */
export const root = resolve(import.meta.dirname, "..", "..");

/** What the set-up remembers about this clone; goes away with node_modules, as it should. */
export const notes = join(root, "node_modules", ".cache", "pulumi-dcs-backup");

/** Where this clone's scripts read which Pulumi CLI was found. */
export const cliNote = join(notes, "cli.json");

/** Holds Pulumi CLIs, named by version; shared by all clones of this user. */
export const sharedCache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "pulumi-dcs-backup");

/** The folders on PATH, without those that npm puts in front for its scripts (a `pulumi` there is only a launcher). */
export function foldersOnPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.filter((folder) => folder !== "" && !/[\\/]node_modules[\\/]/.test(`${folder}/`));
}

/** PATH with this clone's programs first; Node 24 is among them. @param {string[]} [before] folders to put first */
export function pathWithRepositoryNode(before = []) {
  return [...before, join(root, "node_modules", ".bin"), ...foldersOnPath()].join(delimiter);
}
