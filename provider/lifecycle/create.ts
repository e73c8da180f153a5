import { takeOver } from "./adopt";
import type { BackupInputs } from "./inputs";
import { inTurn } from "./in-turn";
import { connected, type Operation } from "./operation";
import { nothingMade } from "./order";
import { type BackupOutputs, idOf } from "./outputs";
import { take } from "./take";

/**
 * Takes a backup, when its turn has come, and waits until it is there; or takes over the one that `adopt` names.
 *
 * Before an ID is known, failures are plain errors; afterwards every failure carries it. A backup that fails is removed
 * again, and the error says why it failed; after a repeated create its ID is kept, since a second one may come late.
 */
export async function create(inputs: BackupInputs, operation: Operation): Promise<{ id: string; outs: BackupOutputs }> {
  if (operation.signal.aborted) throw nothingMade(inputs.instanceId);
  const connection = await connected(operation, inputs);
  const { adopt } = inputs;
  const outs = adopt
    ? await takeOver(adopt, inputs, connection, operation)
    : await inTurn({ ...inputs, work: "backup" }, connection, operation, () => take(inputs, connection, operation));
  return { id: idOf(outs), outs };
}
