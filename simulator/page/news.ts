import type { JournalEntry } from "../journal";
import type { Simulation } from "../simulation";
import { journalRow, type JournalRow } from "./journal-row";
import { viewCloud } from "./view";

/** So many requests are on the page; all are in `/_simulator/journal`. */
const ROWS = 200;

/** What is told of the journal: rows that are new or have changed, oldest first. */
export interface JournalNews {
  /** These are all there are to show: what was shown before is no longer in the journal. */
  readonly fresh: boolean;
  /** How many requests there were altogether. */
  readonly total: number;
  readonly rows: readonly JournalRow[];
}

interface Message {
  readonly event: "cloud" | "journal" | "beat";
  readonly data: string;
}

/** What one onlooker has not been told yet. */
export class News {
  readonly #simulation: Simulation;
  #cloud = "";
  #told: readonly JournalEntry[] | undefined;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  /** Nothing when nothing has changed since the last time. */
  take(): Message[] {
    const cloud = JSON.stringify(viewCloud(this.#simulation));
    const journal = this.#journalNews();
    const messages: Message[] = [];
    if (cloud !== this.#cloud) messages.push({ event: "cloud", data: cloud });
    if (journal !== undefined) messages.push({ event: "journal", data: JSON.stringify(journal) });
    this.#cloud = cloud;
    return messages;
  }

  #journalNews(): JournalNews | undefined {
    const journal = this.#simulation.journalNow();
    const shown = journal.slice(-ROWS);
    const told = this.#told;
    this.#told = shown;
    // An entry whose late effect was settled is another object.
    const news = shown.filter((entry) => told?.includes(entry) !== true);
    const ids = new Set(shown.map(({ requestId }) => requestId));
    const isContinued = told?.some(({ requestId }) => ids.has(requestId)) ?? false;
    const fresh = told === undefined || (told.length > 0 && !isContinued);
    if (!fresh && news.length === 0) return undefined;
    const { world } = this.#simulation;
    return { fresh, total: journal.length, rows: news.map((entry) => journalRow(entry, world)) };
  }
}
