import { lookFor } from "../dcs/absence";
import type { Connection } from "../dcs/connection";
import { isFinal, isPending, KNOWN_STATUSES } from "../dcs/statuses";
import type { ListedBackup } from "../dcs/wire";
import type { Ending, Patience } from "../waiter";
import { awaitRecord } from "./await-record";
import { mayBeLate } from "./late-listing";
import type { Operation } from "./operation";
import { type BackupOutputs, requestedAtOf } from "./outputs";

/** Waits for a backup to be finished, well or badly: its final record, or "missing". See {@link awaitRecord}. */
export function awaitBackup(
  outputs: BackupOutputs,
  { client }: Connection,
  operation: Operation,
  patience: Patience,
  seen: (backup: ListedBackup, rows: readonly ListedBackup[]) => void,
): Promise<Ending<ListedBackup | "missing">> {
  const { instanceId, backupId, owner } = outputs;
  const awaited = {
    called: `backup ${backupId}`,
    owner,
    startedAt: requestedAtOf(outputs),
    look: async (options: Patience) => {
      const look = await lookFor(client, instanceId, (row) => row.backupId === backupId, options);
      return look.seen === "listed" ? { seen: look.seen, row: look.backup, rows: look.rows } : look;
    },
    mayBeLate: (looks: number, now: number) => mayBeLate(outputs, looks, now),
    isPending,
    isFinal,
    knownStatuses: KNOWN_STATUSES,
  };
  return awaitRecord(awaited, operation, patience, seen);
}
