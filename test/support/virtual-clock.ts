import type { Clock } from "../../provider/clock";

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

/**
 * Time that passes only when nothing else is left to do: {@link run} lets all work settle, then jumps to the next timer.
 *
 * Work that leaves the process for a moment (an in-memory request reads a body stream) is counted by {@link busy}.
 */
export class VirtualClock implements Clock {
  #now: number;
  #timers: Timer[] = [];
  #busy = 0;

  constructor(start = "2026-11-24T10:00:00.000Z") {
    this.#now = Date.parse(start);
  }

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) {
        resolve();
        return;
      }
      const wake = () => {
        this.#timers = this.#timers.filter((other) => other !== timer);
        signal?.removeEventListener("abort", wake);
        resolve();
      };
      const timer: Timer = { at: this.#now + ms, ring: wake };
      this.#timers.push(timer);
      signal?.addEventListener("abort", wake);
    });
  }

  /** Calls `what` when `ms` have passed. */
  after(ms: number, what: () => void): void {
    this.#timers.push({ at: this.#now + ms, ring: what });
  }

  async busy<T>(work: Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await work;
    } finally {
      this.#busy -= 1;
    }
  }

  /** Told by the simulator when a busy request waits for the time itself, as one does that a fault delays. */
  async idle(wait: Promise<void>): Promise<void> {
    this.#busy -= 1;
    try {
      await wait;
    } finally {
      this.#busy += 1;
    }
  }

  /** Runs until the work is settled, in no real time. Fails when the work waits for something that no timer brings. */
  async run<T>(work: Promise<T>): Promise<T> {
    let settled = false;
    const end = () => {
      settled = true;
    };
    work.then(end, end);
    const isSettled = () => settled;
    for (;;) {
      const others = await this.untilQuiet();
      if (isSettled()) return work;
      const [next] = this.#timers.sort((one, other) => one.at - other.at);
      const at = Math.min(next?.at ?? Infinity, others);
      if (at === Infinity) throw new Error("The work waits for something that will never happen.");
      this.#now = Math.max(this.#now, at);
      this.hasPassed();
      if (next?.at !== at) continue;
      this.#timers.shift();
      next.ring();
    }
  }

  protected get isBusy(): boolean {
    return this.#busy > 0;
  }

  /** Resolves when all that is left is to wait; gives the time at which others have to be woken who share this clock. */
  protected async untilQuiet(): Promise<number> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.isBusy);
    return Infinity;
  }

  /** The time has jumped. */
  protected hasPassed(): void {
    // Nobody shares it.
  }
}
