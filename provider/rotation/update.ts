import type { Connection } from "../dcs/connection";
import { inTurn } from "../lifecycle/in-turn";
import { timeoutOf } from "../lifecycle/arguments";
import { isReachedElsewhere, movedTo } from "../lifecycle/moved";
import { connected, type Operation, patienceOf } from "../lifecycle/operation";
import type { RotationInputs } from "./inputs";
import { type Ledger, ledgerOf } from "./ledger";
import { look } from "./look";
import { completeOutputs, reachedBy, type RotationOutputs } from "./outputs";
import { prune, tooMany } from "./prune";
import { asksForOneMore, isUnfinished, takeStep } from "./step";

/**
 * One step of the rotation: takes one more backup where the triggers changed, or none is left, and only after it succeeded
 * deletes what exceeds `keep`. A step that was interrupted is continued, not repeated.
 *
 * Any failure keeps every ID; the inputs stand in the outputs only when the step is complete.
 */
export async function update(
  olds: RotationOutputs,
  inputs: RotationInputs,
  operation: Operation,
): Promise<{ outs: RotationOutputs }> {
  const ledger = ledgerOf(olds);
  try {
    const connection = await reached(ledger, inputs, operation);
    if (!asksForOneMore(olds, inputs) && !olds.backups.some(isUnfinished)) {
      await look(ledger, connection, operation, patienceOf(operation, timeoutOf(inputs, "read")));
    }
    // The look may have found that the last one is gone.
    if (asksForOneMore(ledger.outputs, inputs) || ledger.outputs.backups.some(isUnfinished)) {
      await inTurn({ ...inputs, work: "backup" }, connection, operation, () =>
        takeStep(ledger, inputs, connection, operation),
      );
    }
    // Somebody may have deleted one while the new one was waited for: those that are left count.
    if (tooMany(ledger.outputs.backups, inputs.keep).length > 0) {
      await look(ledger, connection, operation, patienceOf(operation, timeoutOf(inputs, "read")));
    }
    await prune(ledger, inputs, connection, operation);
    return { outs: completeOutputs(ledger.outputs, inputs) };
  } catch (error) {
    throw ledger.failure(error);
  }
}

/** The place where the members are. Another endpoint, or another cloud, is taken over once a look there shows one of them. */
async function reached(ledger: Ledger, inputs: RotationInputs, operation: Operation): Promise<Connection> {
  const { outputs } = ledger;
  const known = outputs.backups.map(({ backupId }) => backupId);
  const { endpoint = outputs.endpoint, apiVersion, cloud, owner } = inputs;
  const reach = { endpoint, ...(cloud === undefined ? {} : { cloud }) };
  if (isReachedElsewhere(reach, outputs)) {
    if (known.length > 0) await movedTo(reachedBy(outputs, reach), known, outputs, inputs, operation);
    ledger.move(reach);
  }
  const { region, projectId } = outputs;
  const version = apiVersion === undefined ? {} : { apiVersion };
  return connected(operation, { region, projectId, owner, ...reach, ...version });
}
