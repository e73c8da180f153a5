import { lookForRestore } from "../dcs/absence";
import type { Connection } from "../dcs/connection";
import type { ListedRestore } from "../dcs/wire-restores";
import { DcsError } from "../errors";
import { timeoutOf } from "../lifecycle/arguments";
import { askOnce, nothingDone } from "../lifecycle/ask-once";
import { inTurn } from "../lifecycle/in-turn";
import { bearsMark, restoreMark } from "../lifecycle/mark";
import { connected, type Operation, patienceOf } from "../lifecycle/operation";
import type { Patience } from "../waiter";
import { failureOf, finish } from "./finish";
import type { RestoreInputs } from "./inputs";
import { listedOutputs, orderedOutputs, restoreIdOf, type RestoreOutputs } from "./outputs";

/**
 * Restores a backup, when its turn has come, and waits until that is done.
 *
 * Its mark follows from owner, backup and triggers, and it is looked for first: what an earlier run has ordered, also one
 * that was killed, is waited for, and not ordered again. Only a restore that failed is.
 */
export async function create(
  inputs: RestoreInputs,
  operation: Operation,
): Promise<{ id: string; outs: RestoreOutputs }> {
  if (operation.signal.aborted) throw nothingDone({ instanceId: inputs.instanceId, work: "restore" });
  const connection = await connected(operation, inputs);
  const outs = await inTurn({ ...inputs, work: "restore" }, connection, operation, () =>
    restore(inputs, connection, operation),
  );
  return { id: restoreIdOf(outs), outs };
}

async function restore(inputs: RestoreInputs, connection: Connection, operation: Operation): Promise<RestoreOutputs> {
  const patience = patienceOf(operation, timeoutOf(inputs, "create"));
  const mark = restoreMark(inputs.owner, inputs.backupId, inputs.triggers);
  const { earlier, failedBefore } = await lookBack(inputs, mark, connection, patience);
  if (earlier?.status === "succeed") await mustBeTheLast(earlier, inputs, connection, patience);
  if (earlier) operation.say(inputs.owner, toldOf(earlier));
  const ordered = earlier ? foundOutputs(earlier) : await order();
  const outs = await finish(ordered, connection, operation, patience);
  if (outs.status === "succeed") return outs;
  throw new DcsError("restore-failed", `${failureOf(outs)} Run pulumi up to restore again.`);

  function foundOutputs(row: ListedRestore): RestoreOutputs {
    const requestedAt = Date.parse(row.createdAt ?? "") || operation.clock.now();
    return listedOutputs(orderedOutputs(inputs, connection, { id: row.restoreId, requestedAt }, mark), row);
  }

  async function order(): Promise<RestoreOutputs> {
    const { instanceId, backupId, owner } = inputs;
    const wish = {
      ...{ instanceId, owner, mark },
      work: "restore" as const,
      send: (options: Patience) => connection.client.restoreBackup(instanceId, backupId, mark, options),
      // One that fails before it is first seen is ours as well.
      find: async (within: Patience) => {
        const isNew = (row: ListedRestore) => isOurs(row, inputs, mark) && !failedBefore.includes(row.restoreId);
        const sight = await lookForRestore(connection.client, instanceId, isNew, within);
        return sight.seen === "listed" ? sight.row.restoreId : undefined;
      },
      perhapsOrdered: true as const,
    };
    const granted = await askOnce(wish, connection, operation, patience).catch((error: unknown) => {
      throw namingBackup(error, inputs);
    });
    return orderedOutputs(inputs, connection, granted, mark);
  }
}

/** DCS refuses a backup that it does not know without saying which. */
function namingBackup(error: unknown, { backupId }: RestoreInputs): unknown {
  if (!(error instanceof DcsError) || error.code !== "refused") return error;
  const which = `It was to restore backup ${backupId}; pulumi-dcs-backup list --instance ID shows what an instance has.`;
  return new DcsError(error.code, `${error.message} ${which}`, error.said);
}

/** Done once is not done for ever: to call it done, the instance has to hold what it brought. */
async function mustBeTheLast(
  earlier: ListedRestore,
  { instanceId, backupId }: RestoreInputs,
  { client }: Connection,
  patience: Patience,
): Promise<void> {
  const since = Date.parse(earlier.createdAt ?? "");
  const isLater = ({ createdAt, status }: ListedRestore) => status !== "failed" && Date.parse(createdAt ?? "") > since;
  const sight = await lookForRestore(client, instanceId, isLater, patience);
  if (sight.seen !== "listed") return;
  const { name = "another restore", createdAt = "" } = sight.row;
  throw new DcsError(
    "restore-failed",
    `Backup ${backupId} was restored into DCS instance ${instanceId} on this occasion at ${earlier.createdAt ?? "an unknown time"}, and ${name} has overwritten the instance at ${createdAt}. Nothing was sent: give other triggers to restore the backup again.`,
  );
}

/** What earlier runs have ordered on this occasion; one that failed has done nothing that counts. */
async function lookBack(inputs: RestoreInputs, mark: string, { client }: Connection, patience: Patience) {
  const counts = (row: ListedRestore) => isOurs(row, inputs, mark) && row.status !== "failed";
  const sight = await lookForRestore(client, inputs.instanceId, counts, patience);
  const failed = sight.seen === "absent" ? sight.rows.filter((row) => isOurs(row, inputs, mark)) : [];
  return {
    earlier: sight.seen === "listed" ? sight.row : undefined,
    failedBefore: failed.map(({ restoreId }) => restoreId),
  };
}

/** A copied remark on the restore of another backup is not ours. */
function isOurs(row: ListedRestore, { backupId }: RestoreInputs, mark: string): boolean {
  return bearsMark(row.remark, mark) && (row.backupId ?? backupId) === backupId;
}

function toldOf({ name = "a restore", status, createdAt }: ListedRestore): string {
  const what = `${name} of ${createdAt ?? "an earlier run"} is this very one`;
  return status === "succeed" ? `${what}: it is done, and nothing is sent` : `${what}: it is waited for`;
}
