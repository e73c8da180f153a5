import { isRestorePending } from "../dcs/statuses";
import type { Operation } from "../lifecycle/operation";
import type { RestoreOutputs } from "./outputs";

/** Forgets a restore: nothing is sent, since nothing can undo it. */
export function forget({ status, owner }: RestoreOutputs, { say }: Pick<Operation, "say">): void {
  const goesOn = isRestorePending(status) ? "; DCS goes on with the restore" : "";
  say(owner, `removed from the state only: the data that the restore has overwritten does not return${goesOn}`);
}
