import { type BehaviourMeans, operationsOf, withoutProvider } from "../lifecycle/behaviour";
import { check } from "./check";
import { create } from "./create";
import { deleteRotation } from "./delete";
import { diff } from "./diff";
import type { RotationInputs } from "./inputs";
import type { RotationOutputs } from "./outputs";
import { read } from "./read";
import { update } from "./update";

type Properties = Readonly<Record<string, unknown>>;

/** What each Pulumi operation does for a rotation. */
export function rotationBehaviour(means: BehaviourMeans) {
  const operation = operationsOf(means);
  return {
    check: (olds: Properties, news: Properties) => check(olds, news, means),
    diff: (_id: string, olds: Properties, news: Properties) => diff(outputsOf(olds), news),
    create: (inputs: Properties, signal: AbortSignal) => create(inputsOf(inputs), operation(signal)),
    read: (id: string, outputs: Properties, signal: AbortSignal) => read(id, outputsOf(outputs), operation(signal)),
    update: (_id: string, olds: Properties, news: Properties, signal: AbortSignal) =>
      update(outputsOf(olds), inputsOf(news), operation(signal)),
    delete: (_id: string, outputs: Properties, signal: AbortSignal) =>
      deleteRotation(outputsOf(outputs), operation(signal)),
    /** Nothing of a rotation is ever deleted in passing: what an orphan has made is found by its mark. */
    discard: () => Promise.resolve(),
  };
}

/** Inputs come here only after `check` let them pass. */
function inputsOf(inputs: Properties): RotationInputs {
  return withoutProvider(inputs) as unknown as RotationInputs; // checked, see above
}

/** Outputs are what an earlier call of ours returned, of this release or an older one. */
function outputsOf(outputs: Properties): RotationOutputs {
  return withoutProvider(outputs) as unknown as RotationOutputs; // ours, see above
}
