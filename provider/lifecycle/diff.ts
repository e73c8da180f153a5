import { isDeepStrictEqual } from "node:util";
import { isDone, isFinal, isGone } from "../dcs/statuses";
import { DcsError } from "../errors";
import { ARGUMENTS } from "./arguments";

type Properties = Readonly<Record<string, unknown>>;

/** Arguments that make a different backup when they change. */
const REPLACING = ["instanceId", "projectId", "region", "backupFormat", "adopt", "triggers"];

/** Arguments that may be left to the configuration: absent, they never differ from what was resolved. */
const RESOLVED = ["region", "projectId", "endpoint", "backupFormat", "adopt"];

/** What the engine needs to know; `changes` left out lets it compare the inputs itself, so that `replaceOnChanges` works. */
export interface Difference {
  changes?: boolean;
  replaces?: string[];
}

/** Compares the stored outputs with the new inputs. Never asks the cloud: the backup may be gone already. */
export function diff(outputs: Properties, inputs: Properties): Difference {
  const changed = [...Object.keys(ARGUMENTS), "owner"].filter((name) =>
    differs(stored(outputs, name), inputs[name], RESOLVED.includes(name)),
  );
  const replaces = changed.filter((name) => REPLACING.includes(name));
  if (replaces.length > 0 && inputs["adopt"] !== undefined && inputs["adopt"] === outputs["backupId"]) {
    throw adoptedAgain(String(outputs["backupId"]), replaces);
  }
  if (replaces.length > 0) return { replaces };
  const status = String(outputs["status"]);
  if (!isFinal(status)) return { changes: true };
  const kept = isGone(status) && inputs["whenGone"] === "keep";
  if (!isDone(status) && !kept) return { changes: true, replaces: ["status"] };
  return changed.length > 0 ? {} : { changes: false };
}

/** The new resource would take over the very backup that the deletion of the old one then deletes. */
function adoptedAgain(backupId: string, replaces: readonly string[]): DcsError {
  return new DcsError(
    "bad-configuration",
    `${replaces.join(", ")} changed, which replaces the backup ${backupId}, while adopt asks to keep it. Drop adopt to take a new backup and delete this one, or undo the change.`,
  );
}

/** What an argument is compared with. */
function stored(outputs: Properties, name: string): unknown {
  // To adopt the very backup that the resource has, however it came by it, changes nothing.
  if (name === "adopt") return outputs["backupId"];
  // What was asked for counts, not what DCS made of it: an old Redis, which has one format, would be replaced for ever.
  if (name === "backupFormat") return outputs["wantedFormat"] ?? outputs["backupFormat"];
  return outputs[name];
}

/** Whether an argument differs from what is stored. `resolved`: absent, it was left to the configuration, and does not. */
export function differs(old: unknown, wanted: unknown, resolved: boolean): boolean {
  if (wanted === undefined && resolved) return false;
  // What is not known yet differs from anything that is stored.
  return !isDeepStrictEqual(old, wanted);
}
