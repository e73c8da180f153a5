import { spawn } from "node:child_process";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Runs a program to its end without showing what it prints.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limitMs?: number }} [options] after `limitMs` it is ended
 * @returns {Promise<{ ok: boolean, output: string, timedOut: boolean }>} `ok` is false too when it could not be started
 */
export function run(program, args, { cwd, env = process.env, limitMs } = {}) {
  return new Promise((resolve) => {
    // A group of its own, so that ending it ends what it started as well.
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    let output = "";
    let timedOut = false;
    const limit = limitMs === undefined ? undefined : setTimeout(() => ((timedOut = true), endGroup(child)), limitMs);
    const end = (/** @type {boolean} */ ok) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ ok, output, timedOut });
    };
    const collect = (/** @type {Buffer} */ text) => (output = (output + text.toString()).slice(-20_000));
    running.add(child);
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => ((output += error.message), end(false)));
    child.on("close", (code) => end(code === 0));
  });
}

/** Makes Ctrl-C, SIGTERM and a hang-up end the programs under way, then this process. */
export function endChildrenOnSignal() {
  for (const [signal, code] of /** @type {const} */ ([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ])) {
    process.once(signal, () => {
      for (const child of running) endGroup(child);
      process.exit(code);
    });
  }
}

/** @param {import("node:child_process").ChildProcess} child */
function endGroup(child) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It ended by itself in the meantime.
  }
}
