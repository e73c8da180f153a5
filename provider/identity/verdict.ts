import { KnownRefusal } from "../dcs/authorizer";
import { NoAnswer } from "../dcs/exchange";
import type { Refusal } from "../dcs/refusal";

/** One request's part in finding the verdict; one of the four has to be called when it is over. */
export interface Turn {
  accept(): void;
  refuse(refusal: Refusal, identity: string): void;
  /** The next request is a trial: what was known is known no longer. */
  reopen(): void;
  /** Nothing was told. With `silence` there was no answer at all, and those who wait for one share that. */
  leave(silence?: string): void;
}

/**
 * Whether one set of credentials is accepted at one place: the first request is a trial that one caller makes, and the others
 * wait for its verdict. Five failed tries in a row would lock an account ("API Request Signing Guide").
 */
export class Verdict {
  /** Whether what was accepted has been tried once more after a refusal, and not been accepted since. */
  isRenewed = false;
  #accepted = false;
  #generation = 0;
  #refused: KnownRefusal | undefined;
  /** Resolves when the trial under way is over, with the silence that it met. */
  #trial: Promise<string | undefined> | undefined;

  get isAccepted(): boolean {
    return this.#accepted;
  }

  /** How often it was reopened: a refusal of before tells nothing of now. */
  get generation(): number {
    return this.#generation;
  }

  /** Lets a request through, after the trial of somebody else; rejects where the verdict is a refusal. */
  async enter(): Promise<Turn> {
    while (!this.#accepted) {
      if (this.#refused) throw this.#refused;
      if (!this.#trial) return this.#beginTrial();
      const silence = await this.#trial;
      // They would only wait for the same silence, one after the other.
      if (silence !== undefined) throw new NoAnswer(silence, "no");
    }
    return this.#turn(() => undefined);
  }

  #beginTrial(): Turn {
    let end: (silence: string | undefined) => void = () => undefined;
    this.#trial = new Promise((resolve) => (end = resolve));
    return this.#turn((silence, accepted) => {
      this.#trial = undefined;
      this.#accepted = accepted ?? this.#accepted;
      end(silence);
    });
  }

  #turn(over: (silence: string | undefined, accepted?: boolean) => void): Turn {
    return {
      // One that was sent before the verdict was reopened tells nothing new.
      accept: () => {
        this.isRenewed = false;
        over(undefined, true);
      },
      refuse: (refusal, identity) => {
        this.#accepted = false;
        this.#refused = new KnownRefusal(refusal, identity);
        over(undefined);
      },
      reopen: () => {
        this.#generation += 1;
        this.#accepted = false;
        over(undefined);
      },
      leave: over,
    };
  }
}
