import type { Connection } from "../dcs/connection";
import { Unfinished } from "../errors";
import { formatDuration } from "../lifecycle/durations";
import type { Operation } from "../lifecycle/operation";
import { requestedAtOf } from "../lifecycle/outputs";
import { reasonOf } from "../lifecycle/reasons";
import type { Patience } from "../waiter";
import { awaitRestore } from "./await-restore";
import { listedOutputs, restoreIdOf, type RestoreOutputs } from "./outputs";

/**
 * Waits until the restore is over and gives its outputs; the caller judges the status.
 *
 * From here on every failure carries the ID: the next `pulumi up` goes on waiting, and does not restore again.
 */
export async function finish(
  ordered: RestoreOutputs,
  connection: Connection,
  operation: Operation,
  patience: Patience,
): Promise<RestoreOutputs> {
  let outputs = ordered;
  const unfinished = (reason: string) => new Unfinished(restoreIdOf(outputs), { ...outputs }, reason);
  const which = whichRestore(ordered);
  const goesOn = "The next pulumi up goes on waiting, and does not restore again.";
  const began = operation.clock.now();
  let ending;
  try {
    ending = await awaitRestore(ordered, connection, operation, patience, (restore) => {
      outputs = listedOutputs(outputs, restore);
    });
  } catch (error) {
    if (operation.signal.aborted) throw unfinished(interrupted(which, goesOn));
    const why = error instanceof Error ? error.message : String(error);
    throw unfinished(`${why} ${goesOn}`);
  }
  if (ending.ended === "interrupted") throw unfinished(interrupted(which, goesOn));
  if (ending.ended === "deadline") {
    const waited = formatDuration(operation.clock.now() - began);
    throw unfinished(
      `Waited ${waited} for ${which}, and it is still "${outputs.status}". ${goesOn} Raise timeouts.create to wait longer.`,
    );
  }
  if (ending.value === "missing") {
    throw unfinished(
      `DCS took the order for ${which}, but does not list it${ordered.listed ? " any more" : ""}: what became of it cannot be told. Look at the instance; to restore again give other triggers, or remove this restore from the program.`,
    );
  }
  if (outputs.status === "succeed") {
    const took = formatDuration(operation.clock.now() - requestedAtOf(ordered));
    operation.say(
      outputs.owner,
      `${outputs.name ?? "restore"} done, ${took}: the instance holds what ${backupOf(outputs)} held`,
    );
  }
  return outputs;
}

/** Why a restore failed, in a sentence. */
export function failureOf(outputs: RestoreOutputs): string {
  const which = whichRestore(outputs);
  return `${which.charAt(0).toUpperCase()}${which.slice(1)} failed: ${reasonOf(outputs.errorCode)}. What the instance holds now is not known: look at it.`;
}

const whichRestore = ({ restoreId, backupId, instanceId }: RestoreOutputs) =>
  `restore ${restoreId} of backup ${backupId} into DCS instance ${instanceId}`;

const backupOf = ({ backupName, backupId }: RestoreOutputs) => backupName ?? `backup ${backupId}`;

const interrupted = (which: string, goesOn: string) =>
  `Stopped waiting for ${which}, as Pulumi was asked to stop; DCS goes on with it. ${goesOn}`;
