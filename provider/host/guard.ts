import { fstatSync } from "node:fs";
import type { Interruption } from "./interruption";

/** The engine sends SIGKILL five seconds after SIGINT. Milliseconds. */
const BEFORE_SIGKILL = 4_000;

/** After the engine's death nobody waits: a running backup can be deleted only when it is done. Milliseconds. */
const WITHOUT_ENGINE = 2 * 60 * 60_000;

/** What a call has just answered may be on its way for so long: it holds an ID that only the engine can keep. Milliseconds. */
const ON_ITS_WAY = 1_000;

/**
 * Sees to it that the host does not outlive the engine, and that nothing is left that only the host knows.
 *
 * - The engine dies (kill -9, hang-up, out of memory): standard input ends. A create in flight deletes what its own POST made,
 *   also if it has to wait for that; everything else sends nothing more, since the state keeps the resource. Then it exits.
 * - A second Ctrl-C: SIGINT. The same within four seconds; what that is too short for, `pulumi-dcs-backup leftovers` finds.
 *   Idle, as at the end of each run, it exits at once.
 * - Whoever ends a whole tree of processes (Jenkins, GitLab's containers): SIGTERM. The engine is still there to take
 *   results, so it is the same as the engine's `Cancel`: waits end, and the state gets the ID. Idle, it exits when what it
 *   has answered last has surely arrived; calls that come meanwhile are refused.
 *
 * It does nothing in any other process, such as a program's or a test's. Where standard input is no pipe, its end tells
 * nothing of the engine, and is not listened for.
 */
export function guard(interruption: Interruption): void {
  if (!/[/\\]dynamic-provider([/\\]|$)/.test(process.argv[1] ?? "")) return;
  const leave = (limit: number) => {
    // The limit holds for the host itself, too, whatever a call does.
    setTimeout(exit, limit);
    void interruption.abandon(limit).then(exit);
  };
  process.on("SIGINT", () => {
    leave(BEFORE_SIGKILL);
  });
  process.on("SIGTERM", () => {
    if (!interruption.stop()) setTimeout(exit, ON_ITS_WAY);
  });
  if (!isPipe(0)) return;
  // An orphan that goes on writing to a closed pipe would spin: an error that is listened for is not written again.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  process.stdin.once("end", () => {
    leave(WITHOUT_ENGINE);
  });
  process.stdin.resume();
}

const exit = () => process.exit(0);

function isPipe(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFIFO();
  } catch {
    return false;
  }
}
