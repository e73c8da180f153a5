import { execFileSync, type ChildProcess } from "node:child_process";

/**
 * Ends a run of the CLI with all that it started, as when the machine dies: nobody is left who could react.
 *
 * All are stopped before the first is killed, so that none sees another one's end.
 */
export function crash({ pid }: ChildProcess): void {
  if (pid === undefined) throw new Error("The CLI did not start.");
  const all = [pid, ...descendantsOf(pid)];
  for (const signal of ["SIGSTOP", "SIGKILL"] as const) for (const each of all) send(each, signal);
}

function descendantsOf(pid: number): number[] {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const processes = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    processes.flatMap(([child = 0, itsParent]) => (itsParent === parent ? [child, ...below(child)] : []));
  return below(pid);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}
