import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Shell } from "./flags";

/** What a shell reads to complete this command: a file of the package, which `npm run docs` makes from the table of commands. */
export function completionFor(shell: Shell): string {
  const folder = dirname(require.resolve("pulumi-dcs-backup/package.json"));
  return readFileSync(join(folder, "completion", `pulumi-dcs-backup.${shell}`), "utf8");
}
