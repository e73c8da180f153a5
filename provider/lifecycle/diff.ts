import { isDeepStrictEqual } from "node:util";
import { isDone, isFinal } from "../dcs/statuses";
import { ARGUMENTS } from "./arguments";
import { isUnknown } from "./unknown";

type Properties = Readonly<Record<string, unknown>>;

/** Arguments that make a different backup when they change. */
const REPLACING = ["instanceId", "projectId", "region", "backupFormat", "triggers"];

/** Arguments that may be left to the configuration: absent, they never differ from what was resolved. */
const RESOLVED = ["region", "projectId", "endpoint", "backupFormat"];

/** What the engine needs to know; `changes` left out lets it compare the inputs itself, so that `replaceOnChanges` works. */
export interface Difference {
  changes?: boolean;
  replaces?: string[];
}

/** Compares the stored outputs with the new inputs. Never asks the cloud: the backup may be gone already. */
export function diff(outputs: Properties, inputs: Properties): Difference {
  const changed = [...Object.keys(ARGUMENTS), "owner"].filter((name) =>
    differs(name, stored(outputs, name), inputs[name]),
  );
  const replaces = changed.filter((name) => REPLACING.includes(name));
  if (replaces.length > 0) return { replaces };
  const status = String(outputs["status"]);
  if (!isFinal(status)) return { changes: true };
  if (!isDone(status)) return { changes: true, replaces: ["status"] };
  return changed.length > 0 ? {} : { changes: false };
}

/** What was asked for counts, not what the service made of it: else an old Redis, which has one format, is replaced for ever. */
function stored(outputs: Properties, name: string): unknown {
  return name === "backupFormat" ? (outputs["wantedFormat"] ?? outputs["backupFormat"]) : outputs[name];
}

function differs(name: string, old: unknown, wanted: unknown): boolean {
  if (wanted === undefined && RESOLVED.includes(name)) return false;
  return isUnknown(wanted) || !isDeepStrictEqual(old, wanted);
}
