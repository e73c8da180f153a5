import { spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, join } from "node:path";
import { ROOT } from "./root";

interface How {
  readonly folder: string;
  /** Default: this process's own, with this clone's Node.js first on PATH. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a program to its end; what it wrote, stdout and stderr together. Throws with that when it fails. */
export async function must(program: string, args: readonly string[], { folder, env }: How): Promise<string> {
  const child = spawn(program, args, {
    cwd: folder,
    env: env ?? withOurNode(process.env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (text += part.toString()));
  await once(child, "close");
  if (child.exitCode !== 0) {
    throw new Error(`${[program, ...args].join(" ")} ended with ${child.exitCode ?? "a signal"}:\n${text}`);
  }
  return text;
}

/** An environment in which this clone's Node.js is found first. */
export function withOurNode(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, PATH: [join(ROOT, "node_modules/.bin"), env["PATH"]].join(delimiter) };
}
