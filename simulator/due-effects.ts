interface DueEffect {
  readonly at: number;
  readonly take: () => void;
}

/** Effects that come later than their request was answered. Nothing ticks: they are taken when next looked at. */
export class DueEffects {
  #waiting: DueEffect[] = [];

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  add(effect: DueEffect): void {
    this.#waiting.push(effect);
  }

  /** Takes those whose time has come, the earliest first. `until` is told each time, before what is due then, and now. */
  settle(now: number, until: (time: number) => void): void {
    const due = this.#waiting.filter(({ at }) => at <= now).sort((one, other) => one.at - other.at);
    this.#waiting = this.#waiting.filter(({ at }) => at > now);
    for (const { at, take } of due) {
      until(at);
      take();
    }
    until(now);
  }

  clear(): void {
    this.#waiting = [];
  }
}
