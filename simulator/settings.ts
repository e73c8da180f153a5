import type { Clock } from "./clock";
import type { JournalEntry } from "./journal";
import type { SimulatedOptions } from "./options";
import type { WorldSpec } from "./world/spec";

/** What a simulator can be told. Everything has a default. */
export interface SimulatorOptions extends SimulatedOptions {
  /** The time it lives in; the machine's by default. */
  readonly clock?: Clock;
  /** Instances, existing backups, projects and users, and options; what is left out comes from the default world. */
  readonly world?: WorldSpec;
  /** The same seed makes the same identifiers in the same order; random by default. */
  readonly seed?: string;
  /** Called with each journal entry as it is written. */
  readonly log?: (entry: JournalEntry) => void;
}
