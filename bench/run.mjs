// Compiles the bench and runs one of its programs: `node bench/run.mjs bench --quick`.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { linkPackages } from "../scripts/histories/compile.mjs";

const ROOT = resolve(import.meta.dirname, "..");
const COMPILED = join(ROOT, ".local/bench");

const [program, ...args] = process.argv.slice(2);
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
execFileSync(process.execPath, [tsc, "-p", join(ROOT, "bench/tsconfig.json")], { stdio: "inherit" });
mkdirSync(COMPILED, { recursive: true });
linkPackages(COMPILED);
// They are no TypeScript, and find the root by where they really are.
if (!existsSync(join(COMPILED, "scripts"))) symlinkSync(join(ROOT, "scripts"), join(COMPILED, "scripts"));
const { status } = spawnSync(process.execPath, [join(COMPILED, "bench", `${program}.js`), ...args], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
