import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * The tests of `npm run test:unit` as one file, for Stryker: the provider is loaded once for each mutant, not once for each
 * file of tests, which took four times as long (pace.ts: 8.5 s a mutant instead of 2).
 */
const FOLDERS = ["unit", "lifecycle"];

/** Its pages are made from compiled code, which is not copied for mutants. */
const LEFT_OUT = "docs.test.ts";

for (const folder of FOLDERS) {
  const path = join(__dirname, "..", folder);
  for (const file of readdirSync(path).filter((name) => name.endsWith(".test.ts") && name !== LEFT_OUT)) {
    describe(`${folder}/${file}:`, () => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- only require can run a file inside of describe
      require(join(path, file));
    });
  }
}
