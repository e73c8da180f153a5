import { createInterface } from "node:readline";
import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { VirtualClock } from "../support/virtual-clock";

/** What a process says it waits for; test/support/shared-time.cjs writes it. */
interface Report {
  readonly requests: number;
  readonly calls: number;
  /** How many timers have rung. */
  readonly rung: number;
  readonly isReading: boolean;
  /** When its next timer rings; null where it has none. */
  readonly next: number | null;
}

/** A process that lives in this time. */
export interface Fellow {
  /** Its descriptor 3. */
  readonly channel: Duplex;
  /** What is open on our side. While the process counts otherwise, something is on its way. */
  open(): { readonly requests: number; readonly calls: number };
  /** It sleeps from now on. Gives whether that had consequences. */
  sleeps(): Promise<boolean>;
}

/** Nothing rests for so long without being at rest. Milliseconds of the machine's time. */
const RESTLESS = 120_000;

/**
 * The time of this process and of others: it jumps as soon as none of them has anything to do but wait. Slow machines make no
 * difference to it, and a pause costs nothing.
 */
export class SharedClock extends VirtualClock {
  readonly #fellows = new Map<Fellow, () => Promise<Report | undefined>>();
  readonly #asleep = new Map<Fellow, number>();

  join(fellow: Fellow): void {
    this.#fellows.set(
      fellow,
      asking(fellow.channel, () => this.now()),
    );
    fellow.channel.once("close", () => {
      this.#fellows.delete(fellow);
      this.#asleep.delete(fellow);
    });
  }

  /** Resolves when nothing is on its way between us and this process. */
  async settle(fellow: Fellow): Promise<void> {
    for (let rounds = 0; rounds < 2;) {
      const report = await this.#fellows.get(fellow)?.();
      rounds = !report || isAtRest(fellow, report) ? rounds + 1 : 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  protected override async untilQuiet(): Promise<number> {
    const began = performance.now();
    let before = "";
    for (;;) {
      const reports = await this.#reports();
      const seen = JSON.stringify([...reports.values()]);
      const isQuiet = !this.isBusy && [...reports].every(([fellow, report]) => isAtRest(fellow, report));
      if (isQuiet && seen === before && !(await this.#fallAsleep(reports))) return earliest(reports);
      if (performance.now() - began > RESTLESS) throw new Error(`Processes do not come to rest: ${seen}`);
      before = isQuiet ? seen : "";
      if (!isQuiet) await pause(1);
    }
  }

  /** Two rounds through our own event loop, with one through those of the others between. */
  async #reports(): Promise<ReadonlyMap<Fellow, Report>> {
    await new Promise((resolve) => setImmediate(resolve));
    const reports = new Map<Fellow, Report>();
    for (const [fellow, ask] of this.#fellows) {
      const report = await ask();
      if (report) reports.set(fellow, report);
    }
    await new Promise((resolve) => setImmediate(resolve));
    return reports;
  }

  async #fallAsleep(reports: ReadonlyMap<Fellow, Report>): Promise<boolean> {
    const falling = [...reports].filter(([fellow, { next }]) => next !== null && this.#asleep.get(fellow) !== next);
    for (const [fellow, { next }] of falling) this.#asleep.set(fellow, next ?? 0);
    return (await Promise.all(falling.map(([fellow]) => fellow.sleeps()))).includes(true);
  }
}

function isAtRest(fellow: Fellow, { requests, calls, isReading }: Report): boolean {
  const open = fellow.open();
  return !isReading && requests === open.requests && calls === open.calls;
}

function earliest(reports: ReadonlyMap<Fellow, Report>): number {
  return Math.min(Infinity, ...[...reports.values()].map(({ next }) => next ?? Infinity));
}

/** Tells the process the time, and gives what it reports; nothing when it is gone. */
function asking(channel: Duplex, now: () => number): () => Promise<Report | undefined> {
  const asked: ((report: Report | undefined) => void)[] = [];
  let isOpen = true;
  const lines = createInterface(channel);
  // A process that dies in the middle of a word resets its end.
  for (const end of [channel, lines]) end.on("error", () => undefined);
  channel.once("close", () => {
    isOpen = false;
    for (const answer of asked) answer(undefined);
  });
  lines.on("line", (line) => {
    asked.shift()?.(JSON.parse(line) as Report); // our own preload writes it
  });
  return () =>
    new Promise((resolve) => {
      if (!isOpen) {
        resolve(undefined);
        return;
      }
      asked.push(resolve);
      channel.write(`${now()}\n`);
    });
}
