import type { Clock, Dice } from "../clock";
import type { Operation } from "../lifecycle/operation";
import type { BackupOutputs } from "../lifecycle/outputs";
import { queue } from "../lifecycle/queue";
import { removeBackup } from "../lifecycle/remove";
import type { Patience } from "../waiter";
import type { Leftover } from "./find-leftovers";

/** What a deletion works with; all of it is passed in. */
interface Means {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly complain: (text: string) => void;
}

/** Deletes a backup that was found, with the same proof as a resource's deletion. Throws where it stays. */
export async function deleteLeftover({ instanceId, backup, connection }: Leftover, means: Means, patience: Patience) {
  const say = (_owner: string, text: string) => {
    means.complain(`${backup.name ?? backup.backupId}: ${text}`);
  };
  const connect = () => Promise.resolve(connection);
  const operation: Operation = {
    ...means,
    say,
    warn: say,
    connect,
    queue: queue(),
    takenOver: new Set(),
    signal: patience.signal,
    orphanLimit: () => undefined,
  };
  await removeBackup(outputsOf(instanceId, backup.backupId, connection), connection, operation, patience);
  means.complain(
    `${backup.name ?? backup.backupId} of instance ${instanceId} is deleted: the instance no longer lists it.`,
  );
}

/** As much of a state as a deletion needs. */
function outputsOf(
  instanceId: string,
  backupId: string,
  { region, projectId, endpoint }: Leftover["connection"],
): BackupOutputs {
  const listed = { listed: true, status: "unknown", requestedAt: new Date(0).toISOString() };
  return { instanceId, backupId, region, projectId, endpoint, ...listed, mark: "", owner: "" };
}
