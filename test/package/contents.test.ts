import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./commands";
import { packTarball } from "./tarball";

test("the tarball holds each source compiled, with its types, the command with its completions, and the package's own papers: nothing else", async () => {
  const { contents, remove } = await packTarball();
  remove();
  const commands = readdirSync(join(ROOT, "provider/bin")).map((name) => `bin/${name}`);
  const completions = readdirSync(join(ROOT, "provider/completion")).map((name) => `completion/${name}`);
  const papers = ["LICENSE", "README.md", "CHANGELOG.md"].filter((name) => existsSync(join(ROOT, "provider", name)));
  const compiled = sources().flatMap((name) => [`dist/${name}.js`, `dist/${name}.d.ts`]);
  expect([...contents].sort()).toEqual(["package.json", ...papers, ...commands, ...completions, ...compiled].sort());
});

/** The sources of the package, without their extension. */
function sources(): string[] {
  const folder = join(ROOT, "provider");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts") && !/^(dist|node_modules)\//.test(path))
    .map((path) => path.replace(/\.ts$/, ""));
}
