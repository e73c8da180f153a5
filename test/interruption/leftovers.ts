import { systemClock } from "../../provider/clock";
import { findLeftovers, type Leftover } from "../../provider/cli/find-leftovers";
import { removeListed } from "../../provider/cli/remove-listed";
import { readState } from "../../provider/cli/state-file";
import { seededDice } from "../support/dice";
import { connectTo } from "./prepare";
import { run } from "./run-cut";
import type { Service } from "./service";
import type { Stack } from "./stack";

/** Nothing takes longer here. Milliseconds. */
const PATIENCE = 60_000;

/**
 * What `pulumi-dcs-backup leftovers --delete` does with a stack; and once more, with the IDs that it does not delete unasked:
 * gives how many these were. `instances`: those to look at besides.
 */
export async function deleteLeftovers(service: Service, stack: Stack, instances: readonly string[]): Promise<number> {
  const patience = { clock: systemClock, deadline: Date.now() + PATIENCE, signal: new AbortController().signal };
  const { leftovers, unread } = await findLeftovers(
    readState(stack.exported()),
    instances,
    connectTo(service),
    patience,
  );
  expect(unread).toEqual([]);
  const isCutOff = ({ kind }: Leftover) => kind === "cut-off";
  if (leftovers.some(isCutOff)) await run(service, stack, (engine) => engine.refresh());
  const means = { clock: systemClock, dice: seededDice(), complain: () => undefined };
  for (const { connection, instanceId, backup } of leftovers) {
    await removeListed(connection, instanceId, backup, means, patience);
  }
  return leftovers.filter((leftover) => !isCutOff(leftover)).length;
}
