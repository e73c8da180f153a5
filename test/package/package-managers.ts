import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must, withOurNode } from "../support/must";
import { ROOT } from "../support/root";

/** The package managers that the package is tried under. */
export type PackageManager = "npm" | "pnpm" | "yarn";

/** Kept between runs, ignored by git: the other package managers, and what they download. */
const KEPT = join(ROOT, ".local", "package-managers");

/** Installs what the package.json of a folder names. */
export async function install(manager: PackageManager, folder: string): Promise<void> {
  await INSTALL[manager](folder);
}

const INSTALL: Readonly<Record<PackageManager, (folder: string) => Promise<unknown>>> = {
  npm: (folder) => must("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts"], { folder }),
  pnpm: async (folder) => {
    const pnpm = await tool("pnpm", "12.21.0", "pnpm");
    // Without this, pnpm fails for the install script of protobufjs (of @pulumi/pulumi), which does nothing of use.
    const kept = join(KEPT, "pnpm");
    const places = { XDG_CACHE_HOME: kept, XDG_DATA_HOME: kept, XDG_STATE_HOME: kept };
    const env = withOurNode({ ...process.env, ...places });
    await must(pnpm, ["install", "--ignore-scripts", "--store-dir", join(kept, "store")], { folder, env });
  },
  yarn: async (folder) => {
    const yarn = await tool("@yarnpkg/cli-dist", "4.18.1", "yarn");
    const registry = (await must("npm", ["config", "get", "registry"], { folder })).trim();
    const settings = {
      nodeLinker: "node-modules",
      npmRegistryServer: registry,
      globalFolder: join(KEPT, "yarn"),
      enableScripts: false,
      enableTelemetry: false,
      enableImmutableInstalls: false,
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
    writeFileSync(join(folder, ".yarnrc.yml"), lines.join(""));
    writeFileSync(join(folder, "yarn.lock"), ""); // makes the folder a project of its own
    await must(yarn, ["install"], { folder });
  },
};

/** The folder of this version of Node.js, to be first on PATH. */
export async function nodeFolder(version: string): Promise<string> {
  const folder = join(KEPT, `node-${version}`);
  if (!existsSync(join(folder, "node_modules/.bin/node"))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), "{}");
    // Its install script is what puts the program in its place.
    await must("npm", ["install", "--no-audit", "--no-fund", "--foreground-scripts", `node@${version}`], { folder });
  }
  return join(folder, "node_modules/.bin");
}

/** A program of a package from npm's registry, installed once per clone. */
async function tool(name: string, version: string, program: string): Promise<string> {
  const folder = join(KEPT, `${program}-${version}`);
  const path = join(folder, "node_modules/.bin", program);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  await must("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", `${name}@${version}`], { folder });
  return path;
}
