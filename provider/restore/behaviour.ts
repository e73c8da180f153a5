import { type BehaviourMeans, operationsOf, withoutProvider } from "../lifecycle/behaviour";
import { checked, refusals } from "../lifecycle/check";
import { RESTORE_ARGUMENTS } from "./arguments";
import { create } from "./create";
import { forget } from "./delete";
import { diff } from "./diff";
import type { RestoreInputs } from "./inputs";
import type { RestoreOutputs } from "./outputs";
import { read } from "./read";
import { update } from "./update";

type Properties = Readonly<Record<string, unknown>>;

/** What each Pulumi operation does for a restore. */
export function restoreBehaviour(means: BehaviourMeans) {
  const operation = operationsOf(means);
  return {
    check: (_olds: Properties, news: Properties) => checked(news, refusals(news, RESTORE_ARGUMENTS, "Restore")),
    diff: (_id: string, olds: Properties, news: Properties) => diff(olds, news),
    create: (inputs: Properties, signal: AbortSignal) => create(inputsOf(inputs), operation(signal)),
    read: (id: string, outputs: Properties, signal: AbortSignal) => read(id, outputsOf(outputs), operation(signal)),
    update: (_id: string, olds: Properties, news: Properties, signal: AbortSignal) =>
      update(outputsOf(olds), inputsOf(news), operation(signal)),
    delete: (_id: string, outputs: Properties) => {
      forget(outputsOf(outputs), means);
      return Promise.resolve();
    },
    /** Nothing undoes a restore. */
    discard: () => Promise.resolve(),
  };
}

/** Inputs come here only after `check` let them pass. */
function inputsOf(inputs: Properties): RestoreInputs {
  return withoutProvider(inputs) as unknown as RestoreInputs; // checked, see above
}

/** Outputs are what an earlier call of ours returned, of this release or an older one. */
function outputsOf(outputs: Properties): RestoreOutputs {
  return withoutProvider(outputs) as unknown as RestoreOutputs; // ours, see above
}
