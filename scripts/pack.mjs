// Makes the package as it is published, and prints the path of its tarball: npm run --silent pack
//   --to DIR   where to put it; .local/pack by default
//   --json     print also what is in it, and how large it is
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { pack } from "./pack/pack.mjs";
import { root } from "./setup/places.mjs";

const { values } = parseArgs({
  options: { to: { type: "string", default: join(root, ".local", "pack") }, json: { type: "boolean" } },
});
const folder = resolve(values.to);
mkdirSync(folder, { recursive: true });
const packed = await pack(folder);
console.log(values.json ? JSON.stringify(packed) : packed.file);
