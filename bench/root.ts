import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** The root folder of this clone, also for the compiled bench: the package is a workspace right below it. */
export const ROOT = dirname(dirname(realpathSync(require.resolve("pulumi-dcs-backup/package.json"))));

/** What is made while measuring lies here, where Node.js finds the packages of this clone. */
export const LOCAL = join(ROOT, ".local");
