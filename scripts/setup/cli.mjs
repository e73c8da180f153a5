import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { cliMadeFromGo, makeCliFromGo } from "./cli/from-go.mjs";
import { cliMadeFromNpm, makeCliFromNpm } from "./cli/from-npm.mjs";
import { findCliOnPath } from "./cli/on-path.mjs";
import { cliNote } from "./places.mjs";

/**
 * A Pulumi CLI that the demo and the tests can use.
 * @typedef {{ program: string, version: string, from: string, folders: string[] }} Cli
 * `folders` go first on PATH, so that the CLI finds its language host and the host of dynamic resources.
 */

/** Finds the Pulumi CLI or makes one, and notes for this clone's other scripts which one it is. */
export async function findOrMakeCli() {
  const cli =
    (await findCliOnPath()) ??
    cliMadeFromNpm() ??
    cliMadeFromGo() ??
    (await makeCliFromNpm()) ??
    (await makeCliFromGo());
  const note = `${JSON.stringify(cli, null, 2)}\n`;
  if (existsSync(cliNote) && readFileSync(cliNote, "utf8") === note) return;
  mkdirSync(dirname(cliNote), { recursive: true });
  writeFileSync(cliNote, note);
}
