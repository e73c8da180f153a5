import { listAll } from "../dcs/absence";
import type { Connection } from "../dcs/connection";
import { isDone, isGone } from "../dcs/statuses";
import type { ListedBackup } from "../dcs/wire";
import { memberSignIn } from "../lifecycle/mark";
import type { Patience } from "../waiter";
import type { Member } from "./member";
import { isOver, type RotationOutputs } from "./outputs";

/** All that the orders of one step have made was made within this time of each other. Milliseconds. */
const EARLIEST = 15 * 60_000;
const LATEST = 60 * 60_000;

/**
 * All backups of the instance that are the rotation's own: those it knows, and those that bear its mark.
 *
 * A backup that bears the mark, but was made at another time than the step that it names, is not: somebody copied the remark.
 */
export function ownBackups(
  rotation: RotationOutputs,
  { client }: Connection,
  patience: Patience,
): Promise<readonly ListedBackup[]> {
  const isKnown = ({ backupId }: ListedBackup) => rotation.backups.some((member) => member.backupId === backupId);
  const isOurs = (row: ListedBackup) => isKnown(row) || bearsOurMark(row, rotation);
  return listAll(client, rotation.instanceId, (row) => !isGone(row.status) && isOurs(row), patience);
}

/** What tells a rotation's own backups from those of which somebody copied the remark. */
export type OwnTraits = Pick<RotationOutputs, "mark" | "steps"> & {
  readonly backups: readonly Pick<Member, "step" | "status" | "triggersHash" | "createdAt">[];
};

/** Whether a backup bears the rotation's mark, and was made at the time of the step that it names. */
export function bearsOurMark(row: ListedBackup, rotation: OwnTraits): boolean {
  const sign = memberSignIn(row.remark, rotation.mark);
  if (!sign || row.type !== "manual") return false;
  const ofItsStep = rotation.backups.filter(({ step, status }) => step === sign.step && isDone(status));
  // Once a step is over no order of it is sent: what comes late comes soon.
  if (isOver(sign.step, rotation)) return ofItsStep.some((member) => isOfOneTime(row, member));
  const same = ofItsStep.filter(({ triggersHash }) => triggersHash === sign.triggersHash);
  return same.every((member) => isOfOneTime(row, member));
}

function isOfOneTime({ createdAt }: ListedBackup, member: Pick<Member, "createdAt">): boolean {
  const age = Date.parse(createdAt ?? "") - Date.parse(member.createdAt ?? "");
  return age >= -EARLIEST && age <= LATEST;
}
