import { findLeftovers, type Leftover } from "../../provider/cli/find-leftovers";
import { removeListed } from "../../provider/cli/remove-listed";
import { readState } from "../../provider/cli/state-file";
import { connector } from "../../provider/identity/connect";
import type { Stack } from "./stack";
import { mustHold } from "./violation";
import { type CallInFlight, NO_CALL } from "./permission";
import { markOf } from "./mark-of";
import type { BackupView, World } from "./world";

/** An operator waits this long. Milliseconds. */
const PATIENCE = 45 * 60_000;

/**
 * What `pulumi-dcs-backup leftovers --delete` does: deletes what cut-off creates have left, and clears them in the state.
 * Gives the others that bear the stack's hash.
 */
export async function leftovers(stack: Stack, world: World): Promise<readonly Leftover[]> {
  const { clock, dice } = world;
  const calls = new Set<CallInFlight>();
  const send: World["send"] = (request, signal) => {
    world.witness(stack.name, request, calls);
    return world.send(request, signal);
  };
  const connect = connector({ clock, dice, sendBy: () => send, surroundings: world.surroundingsOf(stack.name) });
  const patience = { clock, deadline: clock.now() + PATIENCE, signal: new AbortController().signal };
  const found = await findLeftovers(readState(stack.exported()), world.instances, connect, patience);
  const complain = (text: string) => world.texts.push(text);
  const isCutOff = ({ kind }: Leftover) => kind === "cut-off";
  for (const leftover of found.leftovers.filter(isCutOff)) {
    const { connection, instanceId, backup } = leftover;
    const { backupId } = backup;
    const listed = world.backup(backupId);
    const isOurs = listed !== undefined && world.makerOf(listed) === stack.name;
    if (listed && !isOurs && isLastWithItsMark(listed, world)) world.adopted.add(backupId);
    else mustHold(isOurs, `leftovers found ${backupId} of somebody else.`);
    calls.add({ ...NO_CALL, kind: "leftovers", backupIds: [backupId] });
    await removeListed(connection, instanceId, backup, { clock, dice, complain }, patience);
    mustHold(!world.isThere(world.backup(backupId)), `leftovers says that ${backupId} is deleted, and it is there.`);
  }
  if (!found.leftovers.some(isCutOff)) return found.leftovers;
  // One that is not listed yet is not found, and its mark is forgotten with the others.
  if (world.lag > 0) for (const { inputs } of stack.pending) world.excused.add(String(inputs["mark"]));
  stack.pending = stack.pending.filter(({ type }) => type !== "creating");
  return found.leftovers.filter((leftover) => !isCutOff(leftover));
}

/** A copy whose original is gone cannot be told from it by anybody: a pending create has no time. */
function isLastWithItsMark(listed: BackupView, world: World): boolean {
  return !world.present().some((each) => markOf(each) === markOf(listed) && world.makerOf(each));
}
