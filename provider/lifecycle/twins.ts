import { listAll } from "../dcs/absence";
import type { Connection } from "../dcs/connection";
import { isDone, isGone } from "../dcs/statuses";
import type { ListedBackup } from "../dcs/wire";
import type { Patience } from "../waiter";
import { bearsMark } from "./mark";
import type { Operation } from "./operation";
import { type BackupOutputs, listedOutputs, placeOf, requestedAtOf } from "./outputs";
import { removeBackup } from "./remove";

/**
 * After a create that had to be repeated: both may have made a backup. The older good one stays, the other is deleted.
 *
 * Only what bears this very resource's own mark is touched.
 */
export async function keepOldest(
  outputs: BackupOutputs,
  connection: Connection,
  operation: Operation,
  patience: Patience,
): Promise<BackupOutputs> {
  const ours = await twinsOf(outputs, connection, patience);
  const [oldest] = ours
    .filter(({ status }) => isDone(status))
    .sort((one, other) => (one.createdAt ?? "").localeCompare(other.createdAt ?? ""));
  if (!oldest) return outputs;
  for (const twin of ours.filter((row) => row !== oldest)) {
    operation.say(outputs.owner, `deleting ${twin.name ?? twin.backupId}: two creates have had an effect`);
    await removeBackup({ ...outputs, backupId: twin.backupId }, connection, operation, patience);
  }
  return listedOutputs({ ...outputs, backupId: oldest.backupId }, oldest);
}

/** Deletes what else bears the mark of a backup, except what another resource of this run has adopted. */
export async function removeTwins(
  outputs: BackupOutputs,
  connection: Connection,
  operation: Operation,
  patience: Patience,
): Promise<void> {
  const twins = await twinsOf(outputs, connection, patience);
  for (const twin of twins.filter(({ backupId }) => backupId !== outputs.backupId)) {
    if (operation.takenOver.has(placeOf({ ...outputs, backupId: twin.backupId }))) continue;
    await removeBackup({ ...outputs, backupId: twin.backupId, listed: true }, connection, operation, patience);
  }
}

/** A backup of another time that bears the mark was not made by our creates: somebody copied the remark. Milliseconds. */
const EARLIEST = 15 * 60_000;

/** Later than this after the first of them, a backup with their mark was not made by the same creates. Milliseconds. */
export const LATEST_TWIN = 60 * 60_000;

/** All that our creates have made, ours included: they bear the mark, and were made when it was tried. */
export function twinsOf(outputs: BackupOutputs, { client }: Connection, patience: Patience) {
  const around = requestedAtOf(outputs);
  const isTwin = ({ remark, status, type, createdAt }: ListedBackup) => {
    const age = Date.parse(createdAt ?? "") - around;
    const timely = age >= -EARLIEST && age <= LATEST_TWIN;
    return timely && type === "manual" && bearsMark(remark, outputs.mark) && !isGone(status);
  };
  return listAll(client, outputs.instanceId, isTwin, patience);
}
