import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { pulumiCli } from "../pulumi/cli.mjs";
import { pulumiEnvironment } from "../pulumi/environment.mjs";
import { root } from "../setup/places.mjs";
import { DemoFailure } from "./failure.mjs";

/** @typedef {ReturnType<typeof makeProject>} Project */

/**
 * A copy of examples/minimal with a stack, a state and a Pulumi home of its own, so that the demo leaves no trace. It lies
 * inside this clone, where Node.js finds the package by itself.
 */
export function makeProject() {
  const example = join(root, "examples", "minimal");
  const local = join(root, ".local");
  mkdirSync(local, { recursive: true });
  const folder = mkdtempSync(join(local, "demo-"));
  for (const file of ["Pulumi.yaml", "index.ts", "package.json", "tsconfig.json"]) {
    cpSync(join(example, file), join(folder, file));
  }
  const options = { cwd: folder, env: pulumiEnvironment({ home: join(folder, "home"), color: process.stdout.isTTY }) };
  const { program } = pulumiCli();

  /** Runs a command that is not worth watching. @param {string[]} args */
  const quietly = (args) => {
    const { status, stdout, stderr } = spawnSync(program, args, { ...options, encoding: "utf8" });
    if (status === 0) return stdout;
    throw new DemoFailure(`\`pulumi ${args.slice(0, 2).join(" ")}\` failed:\n${stderr || stdout}`);
  };

  return {
    folder,
    env: options.env,
    program: join(example, "index.ts"),

    /** Makes the stack and sets where to work, and as whom. @param {import("./simulator.mjs").Card} card */
    async configure({ instances: [instance], url, iam, region, projectId, accessKey, secretKey }) {
      quietly(["stack", "init", "demo"]);
      const plain = {
        instanceId: instance.id,
        "dcs:region": region,
        "dcs:projectId": projectId,
        "dcs:endpoint": url,
        "dcs:authUrl": iam,
      };
      const secret = { "dcs:accessKey": accessKey, "dcs:secretKey": secretKey };
      const flags = (/** @type {string} */ flag, /** @type {object} */ values) =>
        Object.entries(values).flatMap(([key, value]) => [flag, `${key}=${value}`]);
      quietly(["config", "set-all", ...flags("--plaintext", plain), ...flags("--secret", secret)]);
    },

    /**
     * Runs a command with its output as it comes: interactive on a terminal, plain elsewhere.
     * @param {string[]} args
     * @param {import("./interruption.mjs").Interruption} interruption
     */
    async pulumi(args, interruption) {
      const child = spawn(program, args, { ...options, stdio: "inherit" });
      interruption.passTo(child);
      const [code] = await once(child, "exit");
      interruption.throwIfAsked();
      if (code !== 0) throw new DemoFailure(`\`pulumi ${args.join(" ")}\` failed; its own message is above.`);
    },

    /** The stack's outputs. @returns {Promise<{ backupId?: string, status?: string }>} */
    async outputs() {
      return JSON.parse(quietly(["stack", "output", "--json"]));
    },
  };
}
