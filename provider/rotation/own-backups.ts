import { listAll } from "../dcs/absence";
import type { Connection } from "../dcs/connection";
import { isDone, isGone } from "../dcs/statuses";
import type { ListedBackup } from "../dcs/wire";
import { memberSignIn } from "../lifecycle/mark";
import type { Patience } from "../waiter";
import type { RotationOutputs } from "./outputs";

/** No order of a step is sent once the step has a good member: what is younger by more than this is somebody's copy. Milliseconds. */
const LATEST = 60 * 60_000;

/**
 * All backups of the instance that are the rotation's own: those it knows, and those that bear its mark.
 *
 * A backup that bears the mark, and was made long after the rotation had the member of that step, is not: somebody copied
 * the remark.
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

function bearsOurMark({ remark, type, createdAt }: ListedBackup, { mark, backups }: RotationOutputs): boolean {
  const sign = memberSignIn(remark, mark);
  if (!sign || type !== "manual") return false;
  const complete = backups
    .filter(({ status, step }) => isDone(status) && step >= sign.step)
    .map((member) => Date.parse(member.createdAt ?? ""));
  return !complete.some((time) => Date.parse(createdAt ?? "") - time > LATEST);
}
