/** One request as it was answered. It holds no header, no body and so no secret. */
export interface JournalEntry {
  /** ISO 8601, UTC, when the request arrived. */
  readonly time: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly status: number;
  /** Who was proved to have sent it, such as `backup-operator (signature)`; null when nobody was. */
  readonly principal: string | null;
  readonly requestId: string;
}

/** Every request to the simulated services since the start or the last reset; control requests are not in it. */
export class Journal {
  readonly #entries: JournalEntry[] = [];
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

  clear(): void {
    this.#entries.length = 0;
  }
}
