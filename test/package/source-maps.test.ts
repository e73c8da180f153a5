import { readFileSync } from "node:fs";
import { join } from "node:path";
import { must } from "../support/must";
import { ROOT } from "../support/root";
import { packTarball } from "./tarball";

test("with source maps, each compiled file leads to its source, and a stack trace names lines of TypeScript", async () => {
  const { file, folder, contents, remove } = await packTarball("--source-maps");
  try {
    expect(file).toMatch(/with-source-maps-pulumi-dcs-backup-[\d.]+\.tgz$/);
    await must("tar", ["-xzf", file], { folder });
    const dist = join(folder, "package/dist");
    const compiled = contents.filter((path) => /^dist\/.*\.js$/.test(path)).map((path) => path.slice("dist/".length));
    expect(compiled.length).toBeGreaterThan(100);
    for (const path of compiled) {
      const map = JSON.parse(readFileSync(join(dist, `${path}.map`), "utf8")) as { sourcesContent: string[] }; // tsc's form
      const source = readFileSync(join(ROOT, "provider", path.replace(/js$/, "ts")), "utf8");
      expect([path, map.sourcesContent]).toEqual([path, [source]]);
    }
    const wrong = `require("./lifecycle/outputs").gottenOutputs("no ID", {}, {})`;
    await expect(must("node", ["--enable-source-maps", "--eval", wrong], { folder: dist })).rejects.toThrow(
      /lifecycle[\\/]outputs\.ts:\d+/,
    );
  } finally {
    remove();
  }
}, 120_000);
