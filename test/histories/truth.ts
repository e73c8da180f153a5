import { isDeepStrictEqual } from "node:util";
import { BACKUP_TRUTH } from "./backup-truth";
import { type Kind, kindOf } from "./kinds";
import { memberIds } from "./permission";
import { RESTORE_TRUTH } from "./restore-truth";
import { ROTATION_TRUTH } from "./rotation-truth";
import type { Properties, Stack } from "./stack";
import { mustHold } from "./violation";
import type { World } from "./world";

/** What has to hold of one kind of resource. */
export interface Truth {
  /** What a call told the engine has to be so at that moment. */
  mustBeTrue(outputs: Properties, call: string, world: World): void;
  /** After a delete, and after a read that found nothing. */
  mustBeGone(outputs: Properties, call: string, world: World): void;
  /** After a create or an update that succeeded. */
  mustBeDone(outputs: Properties, call: string): void;
  /** Of several orders for one and the same, one has left something; where lists are late nobody can know yet. */
  mustBeSingle(outputs: Properties, world: World): void;
  /** What such a call has taken, or taken over. */
  takenBy(outputs: Properties): readonly unknown[];
}

const TRUTHS: Readonly<Record<Kind, Truth>> = {
  Backup: BACKUP_TRUTH,
  BackupRotation: ROTATION_TRUTH,
  Restore: RESTORE_TRUTH,
};

export function truthOf(urn: string): Truth {
  return TRUTHS[kindOf(urn)];
}

/** What an up that succeeds has to bring about. */
export function mustBeAsDeclared(stack: Stack): void {
  for (const [name, { release }] of stack.program) {
    const urn = stack.urnOf(name);
    const outputs: Properties = stack.current(urn)?.outputs ?? {};
    truthOf(urn).mustBeDone(outputs, `An up succeeded, and ${name}`);
    mustHold(
      isDeepStrictEqual(outputs["triggers"], { release }),
      `An up succeeded, and ${name} has ${JSON.stringify(outputs["triggers"])}.`,
    );
  }
}

/** A rotation drops a member from its list when it is gone, or somebody else's. */
export function mustForgetOnlyGone(olds: Properties, news: Properties, call: string, world: World): void {
  const known = memberIds(news);
  for (const id of memberIds(olds).filter((each) => !known.includes(each))) {
    const isSo = !world.isThere(world.backup(id)) || world.adopted.has(String(id));
    mustHold(isSo, `${call} dropped member ${String(id)} from a rotation's list, and it is there.`);
  }
}

/** What was taken, or taken over, in a run is not deleted by the same run. */
export function mustHaveKept(taken: ReadonlySet<unknown>, deleted: readonly unknown[], world: World): void {
  for (const id of taken) {
    const isDeleted = !world.isThere(world.backup(id)) && deleted.includes(id);
    mustHold(!isDeleted, `An up has taken backup ${String(id)}, and deleted it.`);
  }
}

/** What an error says of a backup is so. */
export function mustBeTrueWords({ message }: Error, world: World): void {
  const removed = /^Backup (\S+) of DCS instance .* Its record was removed\./.exec(message)?.[1];
  mustHold(
    removed === undefined || !world.isThere(world.backup(removed)),
    `An error says that the record of backup ${removed ?? ""} was removed, and it is there.`,
  );
}
