import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { foldersOnPath, notes } from "../places.mjs";
import { say } from "../say.mjs";
import { dynamicHost, putDynamicHostInto } from "./dynamic-host.mjs";
import { isAtLeast, oldestCli } from "./needed.mjs";
import { findProgram } from "./program.mjs";
import { versionOfCli } from "./version.mjs";

const ownFolder = join(notes, "bin");

/**
 * The user's own `pulumi`, if it can do what is needed here.
 * @returns {Promise<import("../cli.mjs").Cli | undefined>}
 */
export async function findCliOnPath() {
  const program = findProgram("pulumi", foldersOnPath());
  if (program === undefined || isLauncher(program)) return undefined;
  const version = await versionOfCli(program);
  const places = [dirname(realpathSync(program)), ...foldersOnPath()];
  const objection = objectionTo(version, places);
  if (version === undefined || objection !== undefined) {
    say(`Not using ${program}: ${objection}.`);
    return undefined;
  }
  const folders = [dirname(program)];
  if (findProgram(dynamicHost, places) === undefined) {
    putDynamicHostInto(ownFolder);
    folders.push(ownFolder);
  }
  return { program, version, from: "PATH", folders };
}

/** The npm package `pulumi` is a script that downloads a CLI when it is first run. @param {string} program */
function isLauncher(program) {
  return realpathSync(program).endsWith(".js");
}

/** @param {string | undefined} version @param {string[]} places @returns {string | undefined} */
function objectionTo(version, places) {
  if (version === undefined) return "`pulumi version` does not answer";
  if (!isAtLeast(version, oldestCli.version)) {
    return `it is ${version}, and ${oldestCli.version} is needed, since ${oldestCli.because}`;
  }
  if (findProgram("pulumi-language-nodejs", places) === undefined) {
    return "its language host pulumi-language-nodejs is neither beside it nor on PATH";
  }
  return undefined;
}
