import type { Truth } from "./truth";
import { mustHold } from "./violation";

/** That it is done once only is looked at after every step. Its record stays as long as its instance does. */
export const RESTORE_TRUTH: Truth = {
  mustBeTrue({ restoreId, status, mark }, call, world) {
    if (status !== "succeed") return;
    const ours = world.restoresByMark().filter((each) => each.mark === mark);
    const record = ours.flatMap(({ restores }) => restores).find(({ id }) => id === restoreId);
    mustHold(
      record === undefined || record.status === "succeed",
      `${call} says that restore ${String(restoreId)} is done, and it is ${String(record?.status)}.`,
    );
  },
  /** What was restored does not become undone. */
  mustBeGone(_outputs, call) {
    mustHold(call === "A delete", `${call} says that a restore is gone.`);
  },
  mustBeDone({ status }, call) {
    mustHold(status === "succeed", `${call} is ${String(status)}.`);
  },
  mustBeSingle: () => undefined,
  takenBy: () => [],
};
