import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import type { RunningSimulator } from "../../simulator/index";
import { must } from "../support/must";
import { install, nodeFolder, type PackageManager } from "./package-managers";
import type { Program } from "./programs";

/** The newest @pulumi/pulumi that these tests have seen. */
export const NEWEST_SDK = "3.270.0";

/** What is installed, and how. */
interface Installation {
  readonly manager: PackageManager;
  readonly program: Program;
  /** The package's file. */
  readonly tarball: string;
  /** The version of @pulumi/pulumi. Default: the newest. */
  readonly sdk?: string;
  /** The version of Node.js that runs the program and the provider. Default: this clone's. */
  readonly node?: string;
}

/** A resource as an exported state holds it. */
interface Stored {
  readonly type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/**
 * A stack of a program far away from this clone, with the package installed from its tarball, run by the real Pulumi CLI and
 * set to a simulator.
 */
export async function installedStack(
  { manager, program, tarball, sdk = NEWEST_SDK, node }: Installation,
  { card, url }: RunningSimulator,
) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `installed-by-${manager}-`)));
  const { packageJson, devDependencies, files } = program;
  const dependencies = { "@pulumi/pulumi": sdk, "pulumi-dcs-backup": `file:${tarball}` };
  const papers = {
    "package.json": JSON.stringify({ name: "shop", private: true, ...packageJson, dependencies, devDependencies }),
    "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
  };
  for (const [name, text] of Object.entries({ ...papers, ...files })) writeFileSync(join(folder, name), text);
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await install(manager, folder);
  } catch (error) {
    remove();
    throw error;
  }

  const { pulumiEnvironment } = await import("../../scripts/pulumi/environment.mjs");
  const { pulumiCli } = await import("../../scripts/pulumi/cli.mjs");
  const cli = pulumiEnvironment({ home: join(folder, "home"), color: false });
  const env = node === undefined ? cli : { ...cli, PATH: [await nodeFolder(node), cli["PATH"]].join(delimiter) };
  const pulumi = (...args: string[]) => must(pulumiCli().program, [...args, "--non-interactive"], { folder, env });
  await pulumi("stack", "init", "dev");
  const plain = { "dcs:region": card.region, "dcs:projectId": card.projectId, "dcs:endpoint": url };
  const secret = { "dcs:accessKey": card.accessKey, "dcs:secretKey": card.secretKey };
  const flags = (flag: string, values: Record<string, string>) =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  await pulumi("config", "set-all", ...flags("--plaintext", plain), ...flags("--secret", secret));

  return {
    /** Where the program's folder finds the state contract. */
    contract: createRequire(join(folder, "index.js")).resolve("pulumi-dcs-backup/provider"),
    folder,
    preview: () => pulumi("preview"),
    up: () => pulumi("up", "--yes", "--skip-preview"),
    destroy: () => pulumi("destroy", "--yes", "--skip-preview"),
    /** Runs the package's own command. */
    leftovers: () =>
      must(join(folder, "node_modules/.bin/pulumi-dcs-backup"), ["leftovers", "--json"], { folder, env }),
    async stored(): Promise<Stored[]> {
      const state = JSON.parse(await pulumi("stack", "export")) as { deployment: { resources?: Stored[] } }; // as documented
      return (state.deployment.resources ?? []).filter(({ type }) => type.includes("dcs:"));
    },
    async outputs(): Promise<Record<string, unknown>> {
      return JSON.parse(await pulumi("stack", "output", "--json")) as Record<string, unknown>; // exports by their names
    },
    remove,
  };
}
