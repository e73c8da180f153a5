import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { createInterface } from "node:readline";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** How a host is started; what is left out is as the engine does it for a program in this clone. */
export interface HostStart {
  /** The program that runs it. Default: the Node.js of this process. */
  readonly node?: string;
  /** Arguments of Node.js, before the script. */
  readonly nodeFlags?: readonly string[];
  /** The host's script. Default: that of this clone's @pulumi/pulumi. */
  readonly script?: string;
  /** The folder of the user's program. Default: the root of this clone. */
  readonly folder?: string;
  /** The last argument: the engine's address. */
  readonly lastArgument: string;
  /** A file to read from instead of the pipe that the engine gives. */
  readonly stdin?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Pulumi's own dynamic host as a process that has printed its port. */
export async function startHostProcess(start: HostStart) {
  const { node = process.execPath, nodeFlags = [], folder = ROOT, lastArgument, stdin, environment } = start;
  const script = start.script ?? require.resolve("@pulumi/pulumi/cmd/dynamic-provider");
  const input = stdin === undefined ? "pipe" : openSync(stdin, "r");
  const child = spawn(node, [...nodeFlags, script, lastArgument], {
    cwd: folder,
    env: { PATH: process.env["PATH"], ...environment },
    stdio: [input, "pipe", "pipe"],
  });
  if (typeof input === "number") closeSync(input);
  // Both are there, as they are pipes; Node's types cannot tell when stdin is a variable.
  const [stdout, stderr] = [child.stdout, child.stderr];
  if (!stdout || !stderr) throw new Error("The dynamic host was started without pipes.");
  let noise = "";
  stderr.on("data", (text: Buffer) => (noise += text.toString()));
  const exited = once(child, "exit");
  const lines = createInterface(stdout);
  const port = await Promise.race([
    once(lines, "line").then(([line]) => String(line)), // the host prints its port first
    exited.then(() => {
      throw new Error(`The dynamic host ended before it gave a port: ${noise}`);
    }),
  ]);
  lines.on("line", (line) => (noise += `${line}\n`));

  return {
    port,
    pid: child.pid,
    exited,
    /** What it printed, except the port. */
    noise: () => noise,
    /** Asks it to go as the engine does at the end of a run, and waits until it has gone. */
    async interrupt() {
      child.kill("SIGINT");
      await exited;
    },
    async kill() {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
      await exited;
    },
  };
}
