// Makes the package as it is published, and prints the path of its tarball: npm run --silent pack
//   --to DIR        where to put it; .local/pack by default
//   --source-maps   the same package for debuggers, beside the one that is published
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { pack } from "./pack/pack.mjs";
import { root } from "./setup/places.mjs";

const { values } = parseArgs({
  options: {
    to: { type: "string", default: join(root, ".local", "pack") },
    "source-maps": { type: "boolean", default: false },
  },
});
const folder = resolve(values.to);
mkdirSync(folder, { recursive: true });
console.log((await pack(folder, { sourceMaps: values["source-maps"] })).file);
