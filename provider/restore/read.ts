import { lookForRestore } from "../dcs/absence";
import { DcsError } from "../errors";
import { timeoutOf } from "../lifecycle/arguments";
import { connected, type Operation, patienceOf } from "../lifecycle/operation";
import { listedOutputs, type RestoreOutputs } from "./outputs";

/**
 * Looks at the record of a restore. It never gives an empty ID: what was restored was restored, whether or not DCS still
 * lists it, and dropping it would restore it again.
 */
export async function read(
  id: string,
  stored: RestoreOutputs,
  operation: Operation,
): Promise<{ id: string; props: RestoreOutputs }> {
  if (!stored.restoreId) throw notByItsId(id);
  const { client } = await connected(operation, stored);
  const patience = patienceOf(operation, timeoutOf(stored, "read"));
  const sight = await lookForRestore(client, stored.instanceId, (row) => row.restoreId === stored.restoreId, patience);
  if (sight.seen === "listed") return { id, props: listedOutputs(stored, sight.row) };
  const why = sight.seen === "absent" ? "DCS does not list it" : "its instance is gone";
  operation.say(stored.owner, `${why}: it stays in the state as it was`);
  return { id, props: stored };
}

function notByItsId(id: string): DcsError {
  return new DcsError(
    "bad-configuration",
    `A Restore cannot be looked up by its ID (${id}): it is something that was done, and only the stack that did it knows it. Remove the option id.`,
  );
}
