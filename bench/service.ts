import { type RunningSimulator, startSimulator } from "../simulator/index";

/** A simulator with so many instances that can be backed up, in this process, which waits while the CLI works. */
export function startService(instances: number, pace = 0): Promise<RunningSimulator> {
  const named = Array.from({ length: instances }, (_, index) => ({ name: `instance-${index + 1}` }));
  return startSimulator({ pace, seed: "bench", world: { instances: named } });
}
