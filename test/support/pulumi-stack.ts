import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { RunningSimulator } from "../../simulator/index";
import { argumentsBelow } from "./process-arguments";
import { watch } from "./secret-watch";
import { ROOT } from "./root";

/** What the CLI starts lives for a second at least. Milliseconds. */
const LISTEN_EVERY = 500;

/** How a command of the CLI ended. */
interface Ran {
  readonly code: number | null;
  /** What it wrote, stdout and stderr together. */
  readonly text: string;
}

/** A resource as an exported state holds it. */
interface StoredResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly inputs: Record<string, unknown>;
  readonly outputs: Record<string, unknown>;
  readonly initErrors?: string[];
  readonly parent?: string;
  readonly dependencies?: string[];
  /** Set on an old resource that a new one has replaced, and that has still to be deleted. */
  readonly delete?: boolean;
  /** Set on a resource that was only looked up. */
  readonly external?: boolean;
}

/** An operation that an interrupted run left open. */
interface PendingOperation {
  readonly type: string;
  readonly resource: StoredResource;
}

interface ExportedState {
  readonly deployment: {
    readonly resources?: readonly StoredResource[];
    readonly pending_operations?: readonly PendingOperation[];
  };
}

/** A stack that commands of the CLI can be run on. */
export type Stack = Awaited<ReturnType<typeof stackIn>>;

/**
 * A project with one stack, run by the real Pulumi CLI with a home, a state and a passphrase of its own.
 *
 * It lies inside this clone, where Node finds the package by itself. The program is JavaScript; its stack is set to the
 * simulator's place and access keys.
 */
export async function makeStack(simulator: RunningSimulator, program: string): Promise<Stack> {
  return makeProject(simulator, (folder) => {
    writeFileSync(
      join(folder, "Pulumi.yaml"),
      "name: shop\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
    );
    writeFileSync(join(folder, "package.json"), '{ "name": "shop", "private": true, "main": "index.js" }');
    writeProgramIn(folder, program);
  });
}

/** The same with a copy of one of the examples, which keeps the program as its readers see it. */
export async function makeExample(simulator: RunningSimulator, name: string): Promise<Stack> {
  return makeProject(simulator, (folder) => {
    for (const file of ["Pulumi.yaml", "index.ts", "package.json", "tsconfig.json"]) {
      cpSync(join(ROOT, "examples", name, file), join(folder, file));
    }
  });
}

async function makeProject(simulator: RunningSimulator, fill: (folder: string) => void): Promise<Stack> {
  const folder = newFolder();
  fill(folder);
  const stack = await stackIn(folder);

  const { card, url, iam } = simulator;
  for (const name of ["accessKey", "secretKey", "password"] as const)
    watch.learn(`the simulator's ${name}`, card[name]);
  await stack.must("stack", "init", "dev");
  const plain = { "dcs:region": card.region, "dcs:projectId": card.projectId, "dcs:endpoint": url, "dcs:authUrl": iam };
  const secret = { "dcs:accessKey": card.accessKey, "dcs:secretKey": card.secretKey };
  const flags = (flag: string, values: Record<string, string>) =>
    Object.entries({ ...values }).flatMap(([key, value]) => [flag, `${key}=${value}`]);
  await stack.must("config", "set-all", ...flags("--plaintext", plain), ...flags("--secret", secret));
  return stack;
}

/** A folder for a project, inside this clone. */
export function newFolder(): string {
  mkdirSync(join(ROOT, ".local"), { recursive: true });
  return mkdtempSync(join(ROOT, ".local", "engine-"));
}

function writeProgramIn(folder: string, text: string) {
  writeFileSync(join(folder, "index.js"), `${PRELUDE}${text}\n`);
}

/** The stack whose project, home and state are in this folder. `more` is added to the environment of its commands. */
export async function stackIn(folder: string, more: Readonly<Record<string, string>> = {}) {
  const { pulumiEnvironment } = await import("../../scripts/pulumi/environment.mjs");
  const { pulumiCli } = await import("../../scripts/pulumi/cli.mjs");
  const env = { ...pulumiEnvironment({ home: join(folder, "home"), color: false }), ...more };
  const { program: cli } = pulumiCli();

  const running = new Set<ChildProcess>();

  function start(args: readonly string[]): { child: ChildProcess; ended: Promise<Ran>; text: () => string } {
    const child = spawn(cli, [...args, "--non-interactive"], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    const listening = setInterval(() => {
      watch.hear("the arguments of processes", argumentsBelow(child.pid ?? 0).join("\n"));
    }, LISTEN_EVERY);
    child.once("close", () => {
      clearInterval(listening);
      running.delete(child);
    });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (text += part.toString()));
    const ended = once(child, "close").then(([code]): Ran => {
      // What asks for secrets is told them.
      if (!args.includes("--show-secrets")) watch.hear(`what pulumi ${args[0] ?? ""} printed`, text);
      return { code: code as number | null, text }; // Node's own types are loose here
    });
    return { child, ended, text: () => text };
  }

  async function run(...args: string[]): Promise<Ran> {
    return start(args).ended;
  }

  async function must(...args: string[]): Promise<string> {
    const { code, text } = await run(...args);
    if (code !== 0) throw new Error(`pulumi ${args.join(" ")} ended with ${String(code)}:\n${text}`);
    return text;
  }

  async function exported(): Promise<ExportedState["deployment"]> {
    return (JSON.parse(await must("stack", "export")) as ExportedState).deployment; // Pulumi's own form
  }

  return {
    folder,
    /** The environment in which its commands run. */
    env,
    /** The CLIs that have not ended yet. */
    running: (): readonly ChildProcess[] => [...running],
    run,
    start,
    must,
    writeProgram: (text: string) => {
      writeProgramIn(folder, text);
    },
    up: (...args: string[]) => must("up", "--yes", "--skip-preview", ...args),
    destroy: (...args: string[]) => must("destroy", "--yes", "--skip-preview", ...args),
    /** The backups, rotations and restores that the state holds, in its order. */
    async stored(): Promise<StoredResource[]> {
      const { resources = [] } = await exported();
      return resources.filter(({ type }) => type.startsWith("pulumi-nodejs:dynamic/dcs:"));
    },
    /** What interrupted runs left open. */
    async pending(): Promise<readonly PendingOperation[]> {
      return (await exported()).pending_operations ?? [];
    },
    /** The files that the CLI and the programs it ran have written are heard, and removed: state, logs, settings. */
    remove() {
      for (const path of filesBelow(folder))
        watch.hear(`the file ${relative(folder, path)}`, readFileSync(path, "latin1"));
      rmSync(folder, { recursive: true, force: true });
      watch.check();
    },
  };
}

/** Larger ones are programs. */
const LARGEST = 5_000_000;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => statSync(path).size <= LARGEST);
}

const PRELUDE = `const pulumi = require("@pulumi/pulumi");\nconst { Backup, BackupRotation, Restore } = require("pulumi-dcs-backup");\n`;
