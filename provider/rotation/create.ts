import { DcsError } from "../errors";
import { inTurn } from "../lifecycle/in-turn";
import { connected, type Operation } from "../lifecycle/operation";
import { nothingMade } from "../lifecycle/order";
import type { RotationInputs } from "./inputs";
import { ledgerOf } from "./ledger";
import { begunOutputs, completeOutputs, rotationId, type RotationOutputs } from "./outputs";
import { takeStep } from "./step";

/** Failures after which a backup may have been made, or be made yet. */
const UNCERTAIN = ["answer-lost", "service-failure"];

/**
 * Begins a rotation with its first backup, when its turn has come.
 *
 * Before anything can have been made, failures are plain errors; afterwards every failure carries the rotation with it, whose
 * mark finds what was made, and the next `pulumi up` continues the step.
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
    throw ledger.failure(error, mayAppear(error));
  }
  const outs = completeOutputs(ledger.outputs, inputs);
  return { id: rotationId(outs), outs };
}

const mayAppear = (error: unknown) => error instanceof DcsError && UNCERTAIN.includes(error.code);
