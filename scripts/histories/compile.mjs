// Compiles the histories with the sources that they drive: plain JavaScript is faster than a test runner.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Where the compiled tree lies: `provider`, `simulator` and `test` in it, as in the sources. */
export const COMPILED = join(ROOT, ".local/histories");

export function compileHistories() {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", join(ROOT, "test/histories/tsconfig.json")], { stdio: "inherit" });
  // Preloads are no TypeScript.
  for (const preload of ["light-host.cjs", "shared-time.cjs"])
    cpSync(join(ROOT, "test/support", preload), join(COMPILED, "test/support", preload));
  linkPackages(COMPILED);
}

/** Packages that only one workspace has lie in its own folder. */
export function linkPackages(compiled) {
  for (const workspace of ["provider", "simulator"]) {
    const packages = join(ROOT, workspace, "node_modules");
    const link = join(compiled, workspace, "node_modules");
    mkdirSync(dirname(link), { recursive: true });
    rmSync(link, { force: true });
    if (existsSync(packages)) symlinkSync(packages, link);
  }
}
