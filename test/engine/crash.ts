import type { ChildProcess } from "node:child_process";
import { descendantsOf, tell } from "./processes";

/**
 * Ends a run of the CLI with all that it started, as when the machine dies: nobody is left who could react.
 *
 * All are stopped before the first is killed, so that none sees another one's end.
 */
export function crash({ pid }: ChildProcess): void {
  if (pid === undefined) throw new Error("The CLI did not start.");
  const all = [pid, ...descendantsOf(pid).map((each) => each.pid)];
  for (const signal of ["SIGSTOP", "SIGKILL"] as const) for (const each of all) tell(each, signal);
}
