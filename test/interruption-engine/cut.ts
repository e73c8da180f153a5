import type { ChildProcess } from "node:child_process";
import { crash } from "../engine/crash";
import { descendantsOf, isRunning, tell } from "../engine/processes";
import type { Cut } from "../support/cuts";

/** Long enough for a signal, or for the end of a pipe, to arrive; nothing tells of that from outside. */
const UNTIL_NOTICED = 300;

/** Cuts a run of the CLI, and gives it time to notice. Signals go to the CLI alone: the engine gives its host a group of its own. */
export async function cutShort(cut: Cut, child: ChildProcess): Promise<void> {
  switch (cut) {
    case "kill -9 of the CLI":
      child.kill("SIGKILL");
      break;
    case "kill -9 of the host":
      for (const pid of hostsOf(child)) tell(pid, "SIGKILL");
      break;
    case "kill -9 of both":
      crash(child);
      break;
    case "SIGINT once":
      child.kill("SIGINT");
      break;
    case "SIGINT twice":
      child.kill("SIGINT");
      await noticed();
      child.kill("SIGINT");
      break;
    case "SIGTERM":
      child.kill("SIGTERM");
      break;
  }
  await noticed();
}

/** The processes in which the resources of a run live: Pulumi's dynamic host, and the shell that starts it. */
export function hostsOf({ pid }: ChildProcess): number[] {
  if (pid === undefined) throw new Error("The CLI did not start.");
  return descendantsOf(pid)
    .filter(({ command }) => command.includes("dynamic-provider") || command.includes("pulumi-resource-pulumi-nodejs"))
    .map((each) => each.pid);
}

/** Resolves when none of them goes on; throws when one still does after so many milliseconds. */
export async function allEnded(pids: readonly number[], limit: number): Promise<void> {
  const until = Date.now() + limit;
  while (pids.some(isRunning)) {
    if (Date.now() > until) throw new Error(`A provider's process still runs ${limit} ms after the cut.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const noticed = () => new Promise((resolve) => setTimeout(resolve, UNTIL_NOTICED));
