import type { Clock } from "../clock";
import type { HttpAnswer } from "../dcs/exchange";

/** The service takes signatures that are up to 15 minutes off; a difference below this has another cause. Milliseconds. */
const NOTABLE = 10 * 60_000;

/** How far this machine's clock is off, as far as a service has told. */
export class ServiceTime {
  readonly #clock: Clock;
  #offset = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The time to sign with. */
  now(): number {
    return this.#clock.now() + this.#offset;
  }

  /** Learns from the `Date` of a refusal; answers whether the signature was made with a time that is notably another. */
  learn({ date }: HttpAnswer["headers"], signedAt: number): boolean {
    const told = Date.parse(date ?? "");
    if (Number.isNaN(told) || Math.abs(told - signedAt) <= NOTABLE) return false;
    this.#offset = told - this.#clock.now();
    return true;
  }

  /** What to say of the difference; nothing where there is none. */
  get remark(): string | undefined {
    if (this.#offset === 0) return undefined;
    const minutes = Math.round(Math.abs(this.#offset) / 60_000);
    const which = this.#offset > 0 ? "behind" : "ahead of";
    return `this machine's clock is ${minutes} minutes ${which} the service's, whose time was used to sign: set the clock`;
  }
}
