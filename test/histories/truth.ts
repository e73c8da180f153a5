import { isDeepStrictEqual } from "node:util";
import type { Properties, Stack } from "./stack";
import { mustHold } from "./violation";
import { markOf, type World } from "./world";

/** What a call told the engine has to be so at that moment. */
export function mustBeTrue(outputs: Properties, call: string, world: World): void {
  const { backupId, status } = outputs;
  const backup = world.backup(backupId);
  if (status === "deleted" || status === "expired") {
    mustHold(!world.isThere(backup), `${call} says that backup ${String(backupId)} is ${status}, and it is there.`);
    return;
  }
  const isSo = world.isThere(backup) || world.takenAway(backupId);
  mustHold(isSo, `${call} says that backup ${String(backupId)} is ${String(status)}, and it is not there.`);
}

export function mustBeGone({ backupId }: Properties, call: string, world: World): void {
  mustHold(
    !world.isThere(world.backup(backupId)),
    `${call} says that backup ${String(backupId)} is gone, and it is there.`,
  );
}

/** Of several creates of one resource, one has left a backup; where lists are late nobody can know yet. */
export function mustBeSingle({ mark }: Properties, world: World): void {
  if (world.lag > 0) return;
  const ours = world.present().filter((each) => markOf(each) === mark && world.makerOf(each));
  mustHold(ours.length < 2, `A create succeeded, and ${ours.length} backups bear the mark ${String(mark)}.`);
}

/** What an up that succeeds has to bring about. */
export function mustBeAsDeclared(stack: Stack): void {
  for (const [name, { release }] of stack.program) {
    const outputs: Properties = stack.current(stack.urnOf(name))?.outputs ?? {};
    const isSo = isSettled(outputs) && isDeepStrictEqual(outputs["triggers"], { release });
    mustHold(
      isSo,
      `An up succeeded, and ${name} is ${String(outputs["status"])}, with ${JSON.stringify(outputs["triggers"])}.`,
    );
  }
}

/** What was taken, or taken over, in a run is not deleted by the same run. */
export function mustHaveKept(taken: ReadonlySet<unknown>, deleted: readonly unknown[], world: World): void {
  for (const id of taken) {
    const isDeleted = !world.isThere(world.backup(id)) && deleted.includes(id);
    mustHold(!isDeleted, `An up has taken backup ${String(id)}, and deleted it.`);
  }
}

/** Done, or gone where that is to be kept. */
export function isSettled({ status, whenGone }: Properties): boolean {
  return status === "succeed" || (whenGone === "keep" && (status === "deleted" || status === "expired"));
}
