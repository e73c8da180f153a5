import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, mkdtempSync, openSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Duplex } from "node:stream";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { watch } from "./secret-watch";
import { ROOT } from "./root";

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
  /** Opens descriptor 3, to talk with a preload. */
  readonly channel?: boolean;
}

/** Pulumi's own dynamic host as a process that has printed its port. */
export async function startHostProcess(start: HostStart) {
  const { node = process.execPath, nodeFlags = [], folder = ROOT, lastArgument, stdin, environment, channel } = start;
  const script = start.script ?? require.resolve("@pulumi/pulumi/cmd/dynamic-provider");
  const input = stdin === undefined ? openPipe() : openFile(stdin);
  const child = spawn(node, [...nodeFlags, script, lastArgument], {
    cwd: folder,
    env: { PATH: process.env["PATH"], ...environment },
    stdio: [input.readable, "pipe", "pipe", ...(channel ? ["pipe" as const] : [])],
  });
  closeSync(input.readable);
  // Both are pipes, as asked for; Node's types cannot tell when stdin is a descriptor.
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error("The dynamic host was started without pipes.");
  let noise = "";
  stderr.on("data", (text: Buffer) => (noise += text.toString()));
  watch.hearAtTheEnd("what the host printed", () => noise);
  const exited = once(child, "exit");
  const lines = createInterface(stdout);
  const port = await Promise.race([
    once(lines, "line").then(([line]) => String(line)), // the host prints its port first
    exited.then(() => {
      throw new Error(`The dynamic host ended before it gave a port: ${noise}`);
    }),
  ]);
  lines.on("line", (line) => (noise += `${line}\n`));
  const isAlive = () => child.exitCode === null && child.signalCode === null;

  return {
    port,
    pid: child.pid,
    exited,
    isAlive,
    /** The other end of its descriptor 3, where that was asked for. */
    channel: child.stdio[3] as Duplex | null | undefined, // open in both directions, as pipes to children are
    /** What it printed, except the port. */
    noise: () => noise,
    /** Closes its standard input, as happens when the engine dies. */
    closeInput() {
      input.close();
    },
    /** Closes the other ends of what it prints to, as happens when the engine dies. */
    closeOutput() {
      lines.close();
      for (const output of [stdout, stderr]) output.destroy();
    },
    /** Sends SIGINT, as the engine does at a second Ctrl-C and at the end of each run. */
    interrupt() {
      child.kill("SIGINT");
    },
    /** Sends SIGTERM, as those do who end a whole tree of processes. */
    terminate() {
      child.kill("SIGTERM");
    },
    /** kill -9; resolves when it is gone. Its standard input is closed, too. */
    async kill() {
      if (isAlive()) child.kill("SIGKILL");
      await exited;
      input.close();
    },
  };
}

/** A real pipe, as the engine gives one to the host; what Node's own spawn gives is a socket. */
function openPipe() {
  const folder = mkdtempSync(join(tmpdir(), "dynamic-host-"));
  const path = join(folder, "stdin");
  execFileSync("mkfifo", [path]);
  const readable = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const writable = openSync(path, constants.O_WRONLY);
  rmSync(folder, { recursive: true });
  let isOpen = true;
  return {
    readable,
    close: () => {
      if (isOpen) closeSync(writable);
      isOpen = false;
    },
  };
}

function openFile(path: string) {
  return { readable: openSync(path, "r"), close: () => undefined };
}
