/** Real milliseconds in which what happens is gathered: a burst of requests is told once. */
const GATHERING = 50;

/** Those who look on, and want to know when something may have changed. */
export class Onlookers {
  readonly #visits = new Set<Visit>();

  enter(): Visit {
    const visit: Visit = new Visit(() => this.#visits.delete(visit));
    this.#visits.add(visit);
    return visit;
  }

  /** Something may have changed. */
  tell(): void {
    for (const visit of this.#visits) visit.tell();
  }

  /** Ends every visit. Who comes later is welcome. */
  dismiss(): void {
    for (const visit of this.#visits) visit.end();
  }
}

/** One of them. Its waits are real time, since a clock that was given may stand still or jump. */
export class Visit {
  readonly #leave: () => void;
  #isOver = false;
  #hasNews = false;
  #timer: NodeJS.Timeout | undefined;
  #wake: () => void = () => undefined;

  constructor(leave: () => void) {
    this.#leave = leave;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Resolves soon after something may have changed since the last time, or after so many real milliseconds. */
  async next(ms: number): Promise<void> {
    if (this.#isOver) return;
    await new Promise<void>((wake) => {
      this.#wake = wake;
      this.#wakeAfter(this.#hasNews ? GATHERING : ms);
    });
    this.#hasNews = false;
  }

  tell(): void {
    if (this.#hasNews || this.#isOver) return;
    this.#hasNews = true;
    this.#wakeAfter(GATHERING);
  }

  end(): void {
    this.#isOver = true;
    this.#leave();
    clearTimeout(this.#timer);
    this.#wake();
  }

  #wakeAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#wake, ms);
    // A simulator in memory must not keep its process alive for who has forgotten to leave.
    this.#timer.unref();
  }
}
