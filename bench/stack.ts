import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { RunningSimulator } from "../simulator/index";
import { type Kind, writeProject } from "./programs";
import { LOCAL } from "./root";

/** Who the stack's configuration says we are. */
type Identity = "access keys" | "password";

/** A project with a stack of its own, run by the real Pulumi CLI. */
export async function makeStack(
  kind: Kind,
  count: number,
  simulator: RunningSimulator,
  identity: Identity = "access keys",
) {
  const { pulumiEnvironment } = await import("../scripts/pulumi/environment.mjs");
  const { pulumiCli } = await import("../scripts/pulumi/cli.mjs");
  mkdirSync(LOCAL, { recursive: true });
  const folder = mkdtempSync(join(LOCAL, "bench-"));
  const instances = simulator.card.instances.slice(0, count).map(({ id }) => id);
  writeProject(folder, kind, instances);
  const env = pulumiEnvironment({ home: join(folder, "home"), color: false });
  const { program } = pulumiCli();

  async function run(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<string> {
    const child = spawn(program, [...args, "--non-interactive"], {
      cwd: folder,
      env: { ...env, ...more },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (text += part.toString()));
    const [code] = (await once(child, "close")) as [number | null]; // Node's own types are loose here
    if (code !== 0) throw new Error(`pulumi ${args.join(" ")} ended with ${String(code)}:\n${text}`);
    return text;
  }

  await run(["stack", "init", "dev"]);
  await run(["config", "set-all", ...settings(simulator, identity)]);
  return {
    folder,
    run,
    /** Milliseconds that a command takes, from its start to its end. */
    async timed(...args: readonly string[]): Promise<number> {
      const began = performance.now();
      await run(args);
      return performance.now() - began;
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settings({ card, url, iam }: RunningSimulator, identity: Identity): string[] {
  const plain = { "dcs:region": card.region, "dcs:projectId": card.projectId, "dcs:endpoint": url, "dcs:authUrl": iam };
  const [known, secret] =
    identity === "access keys"
      ? [{}, { "dcs:accessKey": card.accessKey, "dcs:secretKey": card.secretKey }]
      : [{ "dcs:userName": card.userName, "dcs:domainName": card.domainName }, { "dcs:password": card.password }];
  const flags = (flag: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).flatMap(([key, value]) => [flag, `${key}=${value}`]);
  return [...flags("--plaintext", { ...plain, ...known }), ...flags("--secret", secret)];
}
