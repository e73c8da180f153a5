import { execFileSync } from "node:child_process";

/** A process, as the system lists it. */
export interface RunningProcess {
  readonly pid: number;
  readonly command: string;
}

/** Everything that a process has started, and what that has started. */
export function descendantsOf(pid: number): RunningProcess[] {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat=,command="], { encoding: "utf8" }).trim().split("\n");
  const processes = rows.flatMap((row) => {
    const [, child, parent, stat = "", command = ""] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(row) ?? [];
    // A zombie has ended; only nobody has asked for its exit code yet.
    return stat.startsWith("Z") ? [] : [{ pid: Number(child), parent: Number(parent), command }];
  });
  const below = (parent: number): RunningProcess[] =>
    processes.flatMap((each) => (each.parent === parent ? [each, ...below(each.pid)] : []));
  return below(pid);
}

/** Whether a process goes on. */
export function isRunning(pid: number): boolean {
  try {
    const stat = execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
    return !stat.trim().startsWith("Z");
  } catch {
    return false;
  }
}

/** Sends a signal; nothing happens when the process has ended by itself. */
export function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}
