import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Figures } from "../results";
import { LOCAL, ROOT } from "../root";

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dependencies?: Readonly<Record<string, string>> }>>;
}

/** What a user installs besides `@pulumi/pulumi`: packages, their weight, and that of the package itself. */
export function measurePackages(): Promise<Figures> {
  const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as Lock; // npm's own form
  const found = runtimePackages(lock);
  const weight = found.reduce((sum, place) => sum + sizeOf(join(ROOT, place)), 0);
  return Promise.resolve({
    packages: { value: found.length },
    weight: { value: weight / 1e6 },
    package: { value: publishedSize() / 1e3 },
  });
}

/** Bytes of the package as it would be published, unpacked. */
function publishedSize(): number {
  mkdirSync(LOCAL, { recursive: true });
  const folder = mkdtempSync(join(LOCAL, "bench-package-"));
  const file = execFileSync(process.execPath, [join(ROOT, "scripts/pack.mjs"), "--to", folder], { encoding: "utf8" });
  execFileSync("tar", ["-xzf", file.trim()], { cwd: folder });
  const size = sizeOf(join(folder, "package"));
  rmSync(folder, { recursive: true });
  return size;
}

/** The places of all packages that the package needs to run, peers left out, as npm installs them. */
export function runtimePackages({ packages }: Lock): string[] {
  const found = new Set<string>();
  const open = ["provider"];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const name of Object.keys(packages[place]?.dependencies ?? {})) {
      const needed = resolved(name, place, packages);
      if (needed === undefined || found.has(needed)) continue;
      found.add(needed);
      open.push(needed);
    }
  }
  return [...found].sort();
}

/** As Node.js does: below the one who asks, then further up. */
function resolved(name: string, from: string, packages: Lock["packages"]): string | undefined {
  for (let folder = from; ; folder = folder.replace(/(^|\/)[^/]+$/, "")) {
    const place = join(folder, "node_modules", name);
    if (packages[place]) return place;
    if (folder === "") return undefined;
  }
}

/** Bytes of all files in a folder, packages that lie within left out. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + (entry.name === "node_modules" ? 0 : sizeOf(path));
    return sum + statSync(path).size;
  }, 0);
}
