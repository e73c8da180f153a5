/** One request as it was answered, without headers and bodies. Its query may hold a secret: the signature of a download link. */
export interface JournalEntry {
  /** ISO 8601, UTC, when the request arrived. */
  readonly time: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** Null when no answer was given. */
  readonly status: number | null;
  /** The service's or gateway's code of a refusal, such as `111400096`; null for none, or where a fault was in the way. */
  readonly code: string | null;
  /** Who was proved to have sent it, such as `backup-operator (signature)`; null when nobody was. */
  readonly principal: string | null;
  readonly requestId: string;
  /** The fault that was in its way, such as `reset after`; null for none. */
  readonly fault: string | null;
  readonly effect: Effect;
}

/** Whether a request changed the simulated cloud: not at all, when it was answered, or `due` later. */
export type Effect = "none" | "done" | "due";

/** Every request to the simulated services since the start or the last reset; control requests are not in it. */
export class Journal {
  #entries: JournalEntry[] = [];
  readonly #log: (entry: JournalEntry) => void;

  constructor(log: (entry: JournalEntry) => void) {
    this.#log = log;
  }

  get entries(): readonly JournalEntry[] {
    return [...this.#entries];
  }

  record(entry: JournalEntry): void {
    this.#entries.push(entry);
    this.#log(entry);
  }

  /** Writes down what has become of an effect that was due. */
  settle(requestId: string, effect: Effect): void {
    this.#entries = this.#entries.map((entry) => (entry.requestId === requestId ? { ...entry, effect } : entry));
  }

  clear(): void {
    this.#entries = [];
  }
}
