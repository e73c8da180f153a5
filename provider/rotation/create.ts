import { inTurn } from "../lifecycle/in-turn";
import { connected, type Operation } from "../lifecycle/operation";
import { nothingMade } from "../lifecycle/order";
import type { RotationInputs } from "./inputs";
import { ledgerOf } from "./ledger";
import { begunOutputs, completeOutputs, rotationId, type RotationOutputs } from "./outputs";
import { takeStep } from "./step";

/**
 * Begins a rotation with its first backup, when its turn has come.
 *
 * Before an ID is known, failures are plain errors; afterwards every failure carries the rotation with it, and the next
 * `pulumi up` continues the step.
 */
export async function create(
  inputs: RotationInputs,
  operation: Operation,
): Promise<{ id: string; outs: RotationOutputs }> {
  if (operation.signal.aborted) throw nothingMade(inputs.instanceId);
  const connection = await connected(operation, inputs);
  const ledger = ledgerOf(begunOutputs(inputs, connection));
  try {
    await inTurn({ ...inputs, work: "backup" }, connection, operation, () =>
      takeStep(ledger, inputs, connection, operation),
    );
  } catch (error) {
    throw ledger.failure(error);
  }
  const outs = completeOutputs(ledger.outputs, inputs);
  return { id: rotationId(outs), outs };
}
