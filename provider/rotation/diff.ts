import { isDone } from "../dcs/statuses";
import { differs, type Difference } from "../lifecycle/diff";
import { isUnknown } from "../lifecycle/unknown";
import { ROTATION_ARGUMENTS } from "./arguments";
import type { RotationOutputs } from "./outputs";
import { tooMany } from "./prune";
import { isUnfinished } from "./step";

type Properties = Readonly<Record<string, unknown>>;

/** Arguments that make a different rotation when they change. */
const REPLACING = ["instanceId", "projectId", "region"];

/** Arguments that may be left to the configuration: absent, they never differ from what was resolved. */
const RESOLVED = ["region", "projectId", "endpoint"];

/** Compares the stored outputs with the new inputs. Never asks the cloud. */
export function diff(outputs: RotationOutputs, inputs: Properties): Difference {
  const stored: Properties = { ...outputs };
  const changed = [...Object.keys(ROTATION_ARGUMENTS), "owner"].filter((name) =>
    differs(stored[name], inputs[name], RESOLVED.includes(name)),
  );
  const replaces = changed.filter((name) => REPLACING.includes(name));
  if (replaces.length > 0) return { replaces };
  // The engine compares with the inputs of the run before, and would not see that its step is not complete.
  if (isIncomplete(outputs, inputs["keep"])) return { changes: true };
  return changed.length > 0 ? {} : { changes: false };
}

function isIncomplete({ steps, backups }: RotationOutputs, keep: unknown): boolean {
  if (steps === 0 || backups.length === 0 || backups.some((member) => isUnfinished(member) || !isDone(member.status)))
    return true;
  return typeof keep === "number" && !isUnknown(keep) && tooMany(backups, keep).length > 0;
}
