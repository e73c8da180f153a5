import { lookFor } from "../dcs/absence";
import type { Connection } from "../dcs/connection";
import { isGone } from "../dcs/statuses";
import type { DcsError } from "../errors";
import type { Patience } from "../waiter";
import { askOnce, nothingDone } from "./ask-once";
import type { BackupInputs } from "./inputs";
import { bearsMark, remarkOf } from "./mark";
import type { Operation } from "./operation";

/** A backup that was asked for. */
export interface Ordered {
  readonly backupId: string;
  /** When the service took the order, as far as we know; milliseconds since 1970. */
  readonly requestedAt: number;
  /** Whether the create was sent more than once with effect possible, so that a second backup may bear our mark. */
  readonly repeated: boolean;
}

/** Asks for a backup, once. `besides`: IDs of backups that bear the same mark and are not what is asked for. */
export async function order(
  inputs: BackupInputs,
  connection: Connection,
  operation: Operation,
  patience: Patience,
  besides: readonly string[] = [],
): Promise<Ordered> {
  const { instanceId, description, mark, owner, backupFormat } = inputs;
  const { client } = connection;
  const wanted = { remark: remarkOf(description, mark), ...(backupFormat ? { format: backupFormat } : {}) };
  const { id, ...how } = await askOnce(
    {
      instanceId,
      owner,
      mark,
      ...(description === undefined ? {} : { description }),
      work: "backup",
      send: (options) => client.createBackup(instanceId, wanted, options),
      find: async (within) => {
        const look = await lookFor(
          client,
          instanceId,
          ({ remark, status, backupId }) => bearsMark(remark, mark) && !isGone(status) && !besides.includes(backupId),
          within,
        );
        return look.seen === "listed" ? look.backup.backupId : undefined;
      },
    },
    connection,
    operation,
    patience,
  );
  return { backupId: id, ...how };
}

/** The error for a create that Pulumi's stop forestalled. */
export const nothingMade = (instanceId: string): DcsError => nothingDone({ instanceId, work: "backup" });
