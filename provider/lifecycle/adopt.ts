import { lookFor } from "../dcs/absence";
import type { Connection } from "../dcs/connection";
import { isDone, isFinal, isGone } from "../dcs/statuses";
import type { ListedBackup } from "../dcs/wire";
import { DcsError } from "../errors";
import type { Patience } from "../waiter";
import { timeoutOf } from "./arguments";
import { finish } from "./finish";
import type { BackupInputs } from "./inputs";
import { bearsSomeMark } from "./mark";
import { missing } from "./missing";
import { type Operation, patienceOf } from "./operation";
import { type BackupOutputs, listedOutputs, orderedOutputs, placeOf } from "./outputs";
import { reasonOf } from "./reasons";

/**
 * Takes over a backup that exists, deletion included; nothing is sent but looks. One that still runs is waited for.
 *
 * Throws when there is no such backup, and when it has failed: what was not made here is not removed here.
 */
export async function takeOver(
  backupId: string,
  inputs: BackupInputs,
  connection: Connection,
  operation: Operation,
): Promise<BackupOutputs> {
  const patience = patienceOf(operation, timeoutOf(inputs, "create"));
  const backup = await existing(backupId, inputs, connection, patience);
  if (bearsSomeMark(backup.remark)) {
    operation.say(
      inputs.owner,
      "the backup bears the mark of a Pulumi resource: if that one still exists, both will delete it",
    );
  }
  const requestedAt = Date.parse(backup.createdAt ?? "") || operation.clock.now();
  const ordered = orderedOutputs(inputs, connection, { backupId, requestedAt, repeated: false });
  const known = listedOutputs({ ...ordered, adopted: true }, backup);
  const outs = isFinal(backup.status) ? known : await finish(known, connection, operation, patience);
  if (!isDone(outs.status)) throw notGood(outs);
  operation.takenOver.add(placeOf(outs));
  return outs;
}

function notGood({ backupId, instanceId, status, errorCode }: BackupOutputs): DcsError {
  const why = status === "failed" ? `it failed, as ${reasonOf(errorCode)}` : `it is "${status}"`;
  const next = "Adopt another one, or leave adopt out to take a new one.";
  const message = `Backup ${backupId} of DCS instance ${instanceId} cannot be adopted: ${why}. ${next}`;
  return new DcsError(isGone(status) ? "backup-missing" : "backup-failed", message);
}

async function existing(
  backupId: string,
  { instanceId }: BackupInputs,
  { client, endpoint }: Connection,
  patience: Patience,
): Promise<ListedBackup> {
  const look = await lookFor(client, instanceId, (row) => row.backupId === backupId, patience);
  if (look.seen === "listed" && !isGone(look.backup.status)) return look.backup;
  const next = "Check both IDs, the region and the project, or leave adopt out to take a new one.";
  throw missing({ instanceId, backupId }, endpoint, look, "be adopted", next);
}
