import { SECOND, type Clock } from "./clock";
import type { JournalEntry } from "./journal";
import type { WorldSpec } from "./world/spec";

/** What a simulator can be told. Everything has a default. */
export interface SimulatorOptions {
  /** The time it lives in; the machine's by default. */
  readonly clock?: Clock;
  /** Seconds a backup takes; 60 by default. 0: it has succeeded when it is first listed. */
  readonly pace?: number;
  /** Records kept per instance; 24 by default, as documented. One more pushes out the oldest finished one. */
  readonly keep?: number;
  /** Instances, existing backups, projects and users; what is left out comes from the default world. */
  readonly world?: WorldSpec;
  /** Seconds a token is valid; 86400 by default, as documented. */
  readonly tokenLifetime?: number;
  /** The same seed makes the same identifiers in the same order; random by default. */
  readonly seed?: string;
  /** Called with each journal entry as it is written. */
  readonly log?: (entry: JournalEntry) => void;
  /** What becomes of a deleted backup's row: `dropped` (default) or `kept` with status `deleted`. Both exist (TFH). */
  readonly deletedRows?: "dropped" | "kept";
  /** Deleting a backup that is not there: 400 …031 `gone` (default), 404 `not-found`, or `accept`. Not documented. */
  readonly deleteOfMissing?: "gone" | "not-found" | "accept";
  /** Deleting a running backup: 400 …096 `busy` (default), 400 …026 `state`, or `accept`. Not documented. */
  readonly deleteOfRunning?: "busy" | "state" | "accept";
  /** The order of the list of backups, which is not documented; `newest-first` by default. */
  readonly listOrder?: "newest-first" | "oldest-first";
  /** Who refuses a missing, unknown or expired token: the `gateway` (default, usual in practice) or the `service`. */
  readonly tokenRefusals?: "gateway" | "service";
}

/** The options with their defaults, times in milliseconds. */
export interface Settings extends Required<
  Pick<SimulatorOptions, "keep" | "deletedRows" | "deleteOfMissing" | "deleteOfRunning" | "listOrder" | "tokenRefusals">
> {
  readonly duration: number;
  readonly tokenLifetime: number;
}

export function settle(options: SimulatorOptions): Settings {
  return {
    duration: atLeast("pace", options.pace ?? 60, 0) * SECOND,
    keep: atLeast("keep", options.keep ?? 24, 1),
    tokenLifetime: atLeast("tokenLifetime", options.tokenLifetime ?? 86_400, 0) * SECOND,
    deletedRows: options.deletedRows ?? "dropped",
    deleteOfMissing: options.deleteOfMissing ?? "gone",
    deleteOfRunning: options.deleteOfRunning ?? "busy",
    listOrder: options.listOrder ?? "newest-first",
    tokenRefusals: options.tokenRefusals ?? "gateway",
  };
}

function atLeast(name: string, value: number, least: number): number {
  if (Number.isFinite(value) && value >= least) return value;
  throw new Error(`The simulator's option ${name} is ${value}; give a number of at least ${least}.`);
}
