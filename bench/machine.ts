import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { ROOT } from "./root";

/** On what, with what and of what the figures were taken. */
export interface Machine {
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly commit: string;
  readonly processor: string;
  readonly cores: number;
  /** GB. */
  readonly memory: number;
  readonly system: string;
  /** Processes that wanted to run, on average of the minute before and of the last one: more than the cores is a crowd. */
  readonly load: readonly [before: number, after: number];
  readonly versions: string;
}

/** `before`: the load when the bench began. */
export async function machine(before: number): Promise<Machine> {
  const { pulumiCli } = await import("../scripts/pulumi/cli.mjs");
  const versions = [
    `pulumi-dcs-backup ${versionOf("provider")}`,
    `Pulumi CLI ${pulumiCli().version}`,
    `@pulumi/pulumi ${versionOf("node_modules/@pulumi/pulumi")}`,
    `Node.js ${process.versions.node}`,
  ];
  return {
    date: new Date().toISOString(),
    commit: execFileSync("git", ["describe", "--always", "--dirty"], { cwd: ROOT, encoding: "utf8" }).trim(),
    processor: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    load: [before, loadavg()[0] ?? 0],
    versions: versions.join(", "),
  };
}

function versionOf(folder: string): string {
  // npm's own form
  return (JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8")) as { version: string }).version;
}
