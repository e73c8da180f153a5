import type { Clock } from "./clock";

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** The time of a simulation: that of the clock it was given, and what it was advanced on top of it. */
export class SimulatedTime {
  readonly #clock: Clock;
  readonly #sleepers = new Set<Sleeper>();
  #advanced = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now() + this.#advanced;
  }

  /** The clock's own time, which a client shares that cannot know of {@link advance}. */
  unadvanced(): number {
    return this.#clock.now();
  }

  /** Moves the time on by so many milliseconds, and wakes who has slept long enough. It never goes back. */
  advance(ms: number): void {
    this.#advanced += ms;
    for (const { until, wake } of this.#sleepers) if (until <= this.now()) wake();
  }

  /** Resolves when so many milliseconds have passed, by the clock or by {@link advance}. */
  sleep(ms: number): Promise<void> {
    const early = new AbortController();
    const slept = new Promise<void>((resolve) => {
      const wake = () => {
        this.#sleepers.delete(sleeper);
        early.abort();
        resolve();
      };
      const sleeper: Sleeper = { until: this.now() + ms, wake };
      this.#sleepers.add(sleeper);
      const sleeping = this.#clock.sleep?.(ms, early.signal) ?? realSleep(ms, early.signal);
      void sleeping.then(wake);
    });
    return this.idle(slept);
  }

  /** Tells the clock that this wait is no work. */
  idle(wait: Promise<void>): Promise<void> {
    return this.#clock.idle?.(wait) ?? wait;
  }

  /** Ends every sleep now. */
  wakeAll(): void {
    for (const { wake } of this.#sleepers) wake();
  }
}

function realSleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
