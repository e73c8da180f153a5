import { isDone, isGone } from "../dcs/statuses";
import { Unfinished } from "../errors";
import { timeoutOf } from "./arguments";
import { finish } from "./finish";
import type { BackupInputs } from "./inputs";
import { isReachedElsewhere, movedTo } from "./moved";
import { connected, type Operation, patienceOf } from "./operation";
import { type BackupOutputs, idOf, withInputs } from "./outputs";

/**
 * Takes over new inputs. A finished backup needs no request for that: DCS cannot change one. For an unfinished backup it goes
 * on waiting.
 */
export async function update(
  olds: BackupOutputs,
  inputs: BackupInputs,
  operation: Operation,
): Promise<{ outs: BackupOutputs }> {
  const outputs = await moved(withInputs(olds, inputs), olds, inputs, operation);
  if (olds.description !== inputs.description) {
    operation.say(inputs.owner, "DCS cannot change the remark of a backup: the new description stands in Pulumi only");
  }
  // Nothing to wait for: it is done, or gone and kept (else it would have been replaced).
  if (isDone(olds.status) || isGone(olds.status)) return { outs: outputs };
  const patience = patienceOf(operation, timeoutOf(inputs, "create"));
  const connection = await connected(operation, outputs);
  const outs = await finish(outputs, connection, operation, patience);
  if (!isDone(outs.status)) {
    const reason = `Backup ${outs.backupId} of DCS instance ${outs.instanceId} is "${outs.status}". The next pulumi up replaces it.`;
    throw new Unfinished(idOf(outs), { ...outs }, reason);
  }
  return { outs };
}

/** Another endpoint, or other credentials, are taken over once a look with them shows the backup: a deletion goes where it is. */
async function moved(
  outputs: BackupOutputs,
  olds: BackupOutputs,
  inputs: BackupInputs,
  operation: Operation,
): Promise<BackupOutputs> {
  const elsewhere = { ...outputs, endpoint: inputs.endpoint ?? outputs.endpoint };
  if (!isReachedElsewhere(elsewhere, olds)) return outputs;
  if (isGone(outputs.status)) return elsewhere;
  return { ...elsewhere, endpoint: await movedTo(elsewhere, [elsewhere.backupId], olds, inputs, operation) };
}
