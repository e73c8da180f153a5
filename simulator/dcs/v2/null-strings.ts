import type { Settings } from "../../options";

/** A record as v2 prints it: its samples have `{}` for strings that are null (A2). */
export function printed(record: object, nullStrings: Settings["nullStrings"]): object {
  if (nullStrings === "null") return record;
  return Object.fromEntries(Object.entries(record).map(([name, value]: [string, unknown]) => [name, value ?? {}]));
}
