import { Unfinished } from "../errors";
import { timeoutOf } from "../lifecycle/arguments";
import { connected, type Operation, patienceOf } from "../lifecycle/operation";
import { failureOf, finish } from "./finish";
import type { RestoreInputs } from "./inputs";
import { restoreIdOf, type RestoreOutputs, withInputs } from "./outputs";

/** Takes over new inputs, which needs no request. For an unfinished restore it goes on waiting. */
export async function update(
  olds: RestoreOutputs,
  inputs: RestoreInputs,
  operation: Operation,
): Promise<{ outs: RestoreOutputs }> {
  const outputs = withInputs(olds, inputs);
  if (olds.status === "succeed") return { outs: outputs };
  const patience = patienceOf(operation, timeoutOf(inputs, "create"));
  const connection = await connected(operation, outputs);
  const outs = await finish(outputs, connection, operation, patience);
  if (outs.status === "succeed") return { outs };
  throw new Unfinished(restoreIdOf(outs), { ...outs }, `${failureOf(outs)} The next pulumi up restores again.`);
}
