import { differs, type Difference } from "../lifecycle/diff";
import { RESTORE_ARGUMENTS } from "./arguments";

type Properties = Readonly<Record<string, unknown>>;

/** Arguments that mean another restore when they change. */
const REPLACING = ["instanceId", "backupId", "triggers", "projectId", "region"];

/** Arguments that may be left to the configuration: absent, they never differ from what was resolved. */
const RESOLVED = ["region", "projectId", "endpoint"];

/** Compares the stored outputs with the new inputs. Never asks the cloud. */
export function diff(outputs: Properties, inputs: Properties): Difference {
  const changed = [...Object.keys(RESTORE_ARGUMENTS), "owner"].filter((name) =>
    differs(outputs[name], inputs[name], RESOLVED.includes(name)),
  );
  const replaces = changed.filter((name) => REPLACING.includes(name));
  if (replaces.length > 0) return { replaces };
  if (outputs["status"] === "failed") return { changes: true, replaces: ["status"] };
  if (outputs["status"] !== "succeed") return { changes: true };
  return changed.length > 0 ? {} : { changes: false };
}
