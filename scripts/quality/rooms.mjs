import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { root } from "../setup/places.mjs";

/** @typedef {{ reached: number, all: number }} Share */

/**
 * How many lines and branches of each room the tests reach, from Istanbul's summary.
 * @param {string} file
 * @returns {Record<string, { files: number, lines: Share, branches: Share }>}
 */
export function coverageByRoom(file) {
  const rooms = {};
  for (const [path, { lines, branches }] of Object.entries(JSON.parse(readFileSync(file, "utf8")))) {
    if (path === "total") continue;
    const room = (rooms[roomOf(relative(root, path))] ??= { files: 0, lines: nothing(), branches: nothing() });
    room.files += 1;
    add(room.lines, lines);
    add(room.branches, branches);
  }
  return rooms;
}

/**
 * What became of the mutants of each room, from Stryker's report; those of tables that are read as a file loads are left out.
 * @param {string} file
 * @returns {Record<string, { files: number, noticed: number, survived: number, unreached: number, leftOut: number }>}
 */
export function mutantsByRoom(file) {
  const rooms = {};
  for (const [path, { mutants }] of Object.entries(JSON.parse(readFileSync(file, "utf8")).files)) {
    const room = (rooms[roomOf(path)] ??= { files: 0, noticed: 0, survived: 0, unreached: 0, leftOut: 0 });
    room.files += 1;
    for (const { status } of mutants) room[FATES[status]] += 1;
  }
  return rooms;
}

/** @type {Record<string, "noticed" | "survived" | "unreached" | "leftOut">} */
const FATES = {
  Killed: "noticed",
  Timeout: "noticed",
  Survived: "survived",
  NoCoverage: "unreached",
  Ignored: "leftOut",
  // It does not run at all.
  RuntimeError: "leftOut",
  CompileError: "leftOut",
};

const nothing = () => ({ reached: 0, all: 0 });

function add(sum, { covered, total }) {
  sum.reached += covered;
  sum.all += total;
}

/** The folder in provider/, or "ground" for what stands beside the folders. */
function roomOf(path) {
  const [, room, file] = path.split("/");
  return file === undefined ? "ground" : room;
}
