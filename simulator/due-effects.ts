interface DueEffect {
  readonly at: number;
  readonly take: () => void;
}

/** Effects that come later than their request was answered. Nothing ticks: they are taken when next looked at. */
export class DueEffects {
  #waiting: DueEffect[] = [];

  add(effect: DueEffect): void {
    this.#waiting.push(effect);
  }

  /** Takes those whose time has come, the earliest first. */
  settle(now: number): void {
    const due = this.#waiting.filter(({ at }) => at <= now).sort((one, other) => one.at - other.at);
    this.#waiting = this.#waiting.filter(({ at }) => at > now);
    for (const { take } of due) take();
  }

  clear(): void {
    this.#waiting = [];
  }
}
