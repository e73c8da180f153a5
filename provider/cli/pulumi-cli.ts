import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { DcsError } from "../errors";

/** Which stack of which project. */
export interface StackChoice {
  readonly stack: string | undefined;
  readonly cwd: string;
}

/** Runs the Pulumi CLI that is on PATH and gives what it prints. Throws with its own words when it fails. */
async function pulumi(args: readonly string[], { stack, cwd }: StackChoice): Promise<string> {
  const all = [...args, "--non-interactive", ...(stack === undefined ? [] : ["--stack", stack])];
  if (!existsSync(cwd)) {
    throw new DcsError(
      "bad-configuration",
      `There is no folder ${cwd} to run pulumi ${args.join(" ")} in. Give --cwd DIR: the folder of the Pulumi project.`,
    );
  }
  const child = spawn("pulumi", all, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let complaints = "";
  child.stdout.on("data", (part: Buffer) => (output += part.toString()));
  child.stderr.on("data", (part: Buffer) => (complaints += part.toString()));
  const [code] = (await once(child, "close").catch((error: unknown) => {
    throw new DcsError(
      "bad-configuration",
      `Could not run pulumi ${args.join(" ")} in ${cwd}: ${isMissing(error) ? "no folder of PATH holds pulumi" : String(error)}. Install the Pulumi CLI, or put its folder on PATH.`,
    );
  })) as [number | null]; // what `close` tells
  if (code === 0) return output;
  const words = (complaints.trim() || output.trim()).split("\n").slice(-12).join("\n");
  throw new DcsError("refused", `pulumi ${args.join(" ")} failed:\n${words}`);
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT"; // what `spawn` tells

/** The stack's state, with secrets encrypted. */
export function exportState(choice: StackChoice): Promise<string> {
  return pulumi(["stack", "export"], choice);
}

/** The stack's configuration, decrypted, by full key such as `dcs:region`. */
export async function readConfig(choice: StackChoice): Promise<(key: string) => string | undefined> {
  const text = await pulumi(["config", "--json", "--show-secrets"], choice);
  const values = JSON.parse(text) as Record<string, { value?: string } | undefined>; // the CLI's own format
  return (key) => values[key]?.value;
}

/** Drops the pending creates from the state. It fails while an update holds the stack's lock, so it is a lock check, too. */
export async function clearPendingCreates(choice: StackChoice): Promise<void> {
  await pulumi(["refresh", "--yes", "--skip-preview", "--clear-pending-creates"], choice);
}
