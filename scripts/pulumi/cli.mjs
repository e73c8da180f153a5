import { readFileSync } from "node:fs";
import { cliNote } from "../setup/places.mjs";

/**
 * The Pulumi CLI that the set-up found or made.
 * @returns {import("../setup/cli.mjs").Cli}
 */
export function pulumiCli() {
  try {
    return JSON.parse(readFileSync(cliNote, "utf8"));
  } catch {
    throw new Error("No Pulumi CLI has been set up for this clone yet. Run `npm run setup` first.");
  }
}
