import type { SimulatedTime } from "../simulated-time";
import { isoTime } from "../timestamps";

/** A request that waits to be released. */
export interface HeldRequest {
  /** What to release it by. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** On receipt nothing has happened yet; at the effect it has, and the answer is kept back. */
  readonly at: "receipt" | "effect";
  /** ISO 8601, UTC. */
  readonly since: string;
}

/** The requests that wait to be released. */
export class Holds {
  readonly #clock: SimulatedTime;
  readonly #held = new Map<HeldRequest, () => void>();

  constructor(clock: SimulatedTime) {
    this.#clock = clock;
  }

  /** Resolves when the name is released. */
  hold(name: string, at: HeldRequest["at"], { method, url }: Request): Promise<void> {
    const { pathname, search } = new URL(url);
    const held = { name, method, path: pathname + search, at, since: isoTime(this.#clock.now()) };
    return this.#clock.idle(
      new Promise((resolve) => {
        this.#held.set(held, resolve);
      }),
    );
  }

  list(): HeldRequest[] {
    return [...this.#held.keys()];
  }

  /** Lets the requests held by this name go on; says how many there were. */
  release(name: string): number {
    const released = this.list().filter((held) => held.name === name);
    for (const held of released) this.#letGo(held);
    return released.length;
  }

  releaseAll(): void {
    for (const held of this.list()) this.#letGo(held);
  }

  #letGo(held: HeldRequest): void {
    const resolve = this.#held.get(held);
    this.#held.delete(held);
    resolve?.();
  }
}
