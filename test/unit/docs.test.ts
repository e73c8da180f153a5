import { readFileSync } from "node:fs";
import { join } from "node:path";

test("the pages that are made from the code are not stale (npm run docs makes them)", async () => {
  const { generatedPages } = await import("../../scripts/docs/pages.mjs");
  for (const { path, text } of await generatedPages()) {
    expect(readFileSync(join(__dirname, "../..", path), "utf8")).toBe(text);
  }
});
