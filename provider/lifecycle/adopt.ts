import { lookFor } from "../dcs/absence";
import type { Connection } from "../dcs/connection";
import { isGone, isPending } from "../dcs/statuses";
import type { ListedBackup } from "../dcs/wire";
import { DcsError } from "../errors";
import type { Patience } from "../waiter";
import { timeoutOf } from "./arguments";
import { finish } from "./finish";
import type { BackupInputs } from "./inputs";
import { bearsSomeMark } from "./mark";
import { type Operation, patienceOf } from "./operation";
import { type BackupOutputs, listedOutputs, orderedOutputs } from "./outputs";
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
  const known = listedOutputs(orderedOutputs(inputs, connection, { backupId, requestedAt, repeated: false }), backup);
  const outs = isPending(backup.status) ? await finish(known, connection, operation, patience) : known;
  if (outs.status !== "failed") return outs;
  const message = `Backup ${backupId} of DCS instance ${inputs.instanceId} cannot be adopted: it failed, as ${reasonOf(outs.errorCode)}. Adopt another one, or leave adopt out to take a new one.`;
  throw new DcsError("backup-failed", message);
}

async function existing(
  backupId: string,
  { instanceId }: BackupInputs,
  { client, endpoint }: Connection,
  patience: Patience,
): Promise<ListedBackup> {
  const look = await lookFor(client, instanceId, (row) => row.backupId === backupId, patience);
  if (look.seen === "listed" && !isGone(look.backup.status)) return look.backup;
  const why = look.seen === "instance-absent" ? "the instance does not exist" : "it does not exist, or not any more";
  throw new DcsError(
    "backup-missing",
    `Backup ${backupId} of DCS instance ${instanceId} cannot be adopted: at ${endpoint} ${why}. Check both IDs, the region and the project, or leave adopt out to take a new one.`,
  );
}
