import { type BehaviourMeans, operationsOf, withoutProvider } from "./behaviour";
import { check } from "./check";
import { create } from "./create";
import { deleteBackup } from "./delete";
import { diff } from "./diff";
import { discard } from "./discard";
import type { BackupInputs } from "./inputs";
import type { Operation } from "./operation";
import type { BackupOutputs } from "./outputs";
import { read } from "./read";
import { update } from "./update";

type Properties = Readonly<Record<string, unknown>>;

/** What each Pulumi operation does for a backup. */
export function backupBehaviour(means: BehaviourMeans) {
  const operation = operationsOf(means);
  return {
    check: (olds: Properties, news: Properties) => check(olds, news, means),
    diff: (_id: string, olds: Properties, news: Properties) => diff(olds, news),
    create: (inputs: Properties, signal: AbortSignal, orphanLimit?: Operation["orphanLimit"]) =>
      create(inputsOf(inputs), operation(signal, orphanLimit)),
    read: (id: string, outputs: Properties, signal: AbortSignal) => read(id, outputsOf(outputs), operation(signal)),
    update: (_id: string, olds: Properties, news: Properties, signal: AbortSignal) =>
      update(outputsOf(olds), inputsOf(news), operation(signal)),
    delete: (_id: string, outputs: Properties, signal: AbortSignal) =>
      deleteBackup(outputsOf(outputs), operation(signal)),
    discard: (outputs: Properties, limit: number) =>
      discard(outputsOf(outputs), operation(new AbortController().signal), limit),
  };
}

/** Inputs come here only after `check` let them pass. The provider's text is the host's matter. */
function inputsOf(inputs: Properties): BackupInputs {
  return withoutProvider(inputs) as unknown as BackupInputs; // checked, see above
}

/** Outputs are what an earlier call of ours returned, of this release or an older one. */
function outputsOf(outputs: Properties): BackupOutputs {
  return withoutProvider(outputs) as unknown as BackupOutputs; // ours, see above
}
