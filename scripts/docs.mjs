// Writes the pages of docs/ that are made from the code. `npm test` or `npm run verify` fails while one of them is stale.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generatedPages } from "./docs/pages.mjs";
import { referencePages } from "./reference/pages.mjs";
import { root } from "./setup/places.mjs";

for (const { path, text } of [...(await generatedPages()), ...(await referencePages())])
  writeFileSync(join(root, path), text);
