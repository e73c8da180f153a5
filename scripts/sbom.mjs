// Prints what a packed package brings with it, as a software bill of materials (CycloneDX): node scripts/sbom.mjs FILE.tgz
//
// It is that of the package itself, resolved as its users' npm does: of a workspace npm leaves out what is also a tool of the
// repository, such as zod.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [tarball] = process.argv.slice(2);
if (tarball === undefined) {
  console.error("Give the tarball that `npm run --silent pack` has made.");
  process.exit(2);
}

const place = mkdtempSync(join(tmpdir(), "sbom-"));
// npm names the component after the folder.
const folder = join(place, "pulumi-dcs-backup");
mkdirSync(folder);
try {
  run("tar", ["-xzf", resolve(tarball), "--strip-components=1"]);
  run("npm", ["install", "--package-lock-only", "--omit=peer", "--ignore-scripts", "--no-audit", "--no-fund"]);
  process.stdout.write(run("npm", ["sbom", "--package-lock-only", "--omit=peer", "--sbom-format=cyclonedx"]));
} finally {
  rmSync(place, { recursive: true, force: true });
}

/** @param {string} program @param {string[]} args */
function run(program, args) {
  return execFileSync(program, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}
