import { lookForRestore } from "../dcs/absence";
import type { Connection } from "../dcs/connection";
import { isRestoreFinal, isRestorePending, KNOWN_RESTORE_STATUSES } from "../dcs/statuses";
import type { ListedRestore } from "../dcs/wire-restores";
import { awaitRecord } from "../lifecycle/await-record";
import { mayBeLate } from "../lifecycle/late-listing";
import type { Operation } from "../lifecycle/operation";
import { requestedAtOf } from "../lifecycle/outputs";
import type { Ending, Patience } from "../waiter";
import type { RestoreOutputs } from "./outputs";

/** Waits for a restore to be finished, well or badly: its final record, or "missing". See {@link awaitRecord}. */
export function awaitRestore(
  outputs: RestoreOutputs,
  { client }: Connection,
  operation: Operation,
  patience: Patience,
  seen: (restore: ListedRestore) => void,
): Promise<Ending<ListedRestore | "missing">> {
  const { instanceId, restoreId, owner } = outputs;
  const awaited = {
    called: `restore ${restoreId}`,
    owner,
    startedAt: requestedAtOf(outputs),
    look: (options: Patience) => lookForRestore(client, instanceId, (row) => row.restoreId === restoreId, options),
    mayBeLate: (looks: number, now: number) => mayBeLate(outputs, looks, now),
    isPending: isRestorePending,
    isFinal: isRestoreFinal,
    knownStatuses: KNOWN_RESTORE_STATUSES,
  };
  return awaitRecord(awaited, operation, patience, seen);
}
