import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/root";
import { packTarball } from "./tarball";

test("the tarball holds each source compiled, the types of both entries, the command with its completions, and the package's own papers: nothing else", async () => {
  const { contents, remove } = await packTarball();
  remove();
  const commands = readdirSync(join(ROOT, "provider/bin")).map((name) => `bin/${name}`);
  const completions = readdirSync(join(ROOT, "provider/completion")).map((name) => `completion/${name}`);
  const papers = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];
  const types = ["dist/index.d.ts", "dist/provider.d.ts"];
  expect([...contents].sort()).toEqual([...papers, ...commands, ...completions, ...types, ...compiled()].sort());
});

/** What becomes of the sources of the package. */
function compiled(): string[] {
  const folder = join(ROOT, "provider");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts") && !/^(dist|node_modules)\//.test(path))
    .map((path) => `dist/${path.replace(/\.ts$/, ".js")}`);
}
