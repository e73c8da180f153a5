import type { Clock, Dice } from "../clock";
import type { Connection } from "../dcs/connection";
import type { Send, Transport } from "../dcs/exchange";
import type { Surroundings } from "../identity/sources";
import type { Operation } from "../lifecycle/operation";
import type { BackupOutputs } from "../lifecycle/outputs";
import { queue } from "../lifecycle/queue";
import { type Proof, removeBackup } from "../lifecycle/remove";
import type { Patience } from "../waiter";

/** What the commands work with; all of it is passed in. */
export interface CommandMeans {
  readonly surroundingsOf: (config: Surroundings["config"]) => Surroundings;
  readonly clock: Clock;
  readonly dice: Dice;
  readonly sendBy: (transport: Transport) => Send;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** An operator waits for this, but not for ever: a running backup can be deleted only when it is done. Milliseconds. */
const TIME_LIMIT = 45 * 60_000;

/** The patience of one command, from now on. */
export function operatorsPatience({ clock }: Pick<CommandMeans, "clock">): Patience {
  return { clock, deadline: clock.now() + TIME_LIMIT, signal: new AbortController().signal };
}

/** Deletes a backup that was listed, says so, and returns only with the proof that it is gone. */
export async function removeListed(
  connection: Connection,
  instanceId: string,
  { backupId, name }: { readonly backupId: string; readonly name?: string | undefined },
  means: Pick<CommandMeans, "clock" | "dice" | "complain">,
  patience: Patience,
): Promise<Proof> {
  const say = (_owner: string, text: string) => {
    means.complain(`${name ?? backupId}: ${text}`);
  };
  const operation: Operation = {
    ...means,
    say,
    warn: say,
    connect: () => Promise.resolve(connection),
    queue: queue(),
    takenOver: new Set(),
    signal: patience.signal,
    orphanLimit: () => undefined,
  };
  const proof = await removeBackup(outputsOf(instanceId, backupId, connection), connection, operation, patience);
  means.complain(`${name ?? backupId} of instance ${instanceId} ${TOLD[proof]}.`);
  return proof;
}

const TOLD: Readonly<Record<Proof, string>> = {
  absent: "is deleted: the instance no longer lists it",
  "absent-before": "was gone already: the instance does not list it",
  deleted: "is deleted: its record says so",
  "instance-absent": "is gone with its instance",
  expired: "has expired: DCS has removed the file, and keeps the record",
};

/** As much of a state as a deletion needs; without an owner, as no state holds it. */
function outputsOf(instanceId: string, backupId: string, { region, projectId, endpoint }: Connection): BackupOutputs {
  const listed = { listed: true, status: "unknown", requestedAt: new Date(0).toISOString() };
  return { instanceId, backupId, region, projectId, endpoint, ...listed, mark: "", owner: "" };
}
