import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FAMILIES } from "../../provider/identity/settings";
import { ROOT } from "../support/root";

test("the pages that are made from the code are not stale (npm run docs makes them)", async () => {
  const { generatedPages } = await import("../../scripts/docs/pages.mjs");
  for (const { path, text } of await generatedPages()) {
    expect(readFileSync(join(ROOT, path), "utf8")).toBe(text);
  }
});

test.each(["README.md", "docs/credentials.md"])("%s tells the families of the environment in their order", (path) => {
  const order = Object.values(FAMILIES).map((family) => `\`${family}\``);
  const page = readFileSync(join(ROOT, path), "utf8");
  const [, told] = /the environment: ((?:`[A-Z_]+\*`(?:, then )?)+)/.exec(page) ?? [];
  expect(told).toBe(order.join(", then "));
});

test("each row of docs/lifecycle.md leads to the code that it tells of, in one step", () => {
  const page = readFileSync(join(ROOT, "docs/lifecycle.md"), "utf8");
  const links = [...page.matchAll(/\[([\w, ]+)\]\(\.\.\/(provider\/[\w/.-]+)\)/g)];
  expect(links.length).toBeGreaterThan(40);
  for (const [, names = "", file = ""] of links) {
    const code = readFileSync(join(ROOT, file), "utf8");
    for (const name of names.split(", ")) expect([file, code]).toEqual([file, expect.stringMatching(`\\b${name}\\b`)]);
  }
});
