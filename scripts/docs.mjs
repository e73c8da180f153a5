// Writes the pages of docs/ that are made from the code. `npm test` fails while one of them is stale.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generatedPages } from "./docs/pages.mjs";
import { root } from "./setup/places.mjs";

for (const { path, text } of await generatedPages()) writeFileSync(join(root, path), text);
