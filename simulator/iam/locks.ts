import { identityWrong } from "../answers/gateway-codes";
import { iamRefusal, type Refusal } from "../answers/refusal";
import { SECOND } from "../clock";
import type { Settings } from "../options";

/** What was tried with an access key, or with the password and passcode of a user (by id). */
export type Tried = `key ${string}` | `user ${string}`;

export interface Lock {
  readonly of: Tried;
  readonly until: number;
}

/**
 * Who has failed too often is locked for a while: an access key for five minutes (GW, apig-faq-0003), a user's password
 * for fifteen (IAM FAQ). A success in between starts the count anew.
 */
export class Locks {
  readonly #failures = new Map<Tried, number>();
  readonly #until = new Map<Tried, number>();

  /** Refuses what is locked; else does it, and counts when it is refused. */
  guard<Result>(tried: Tried, now: number, settings: Settings, attempt: () => Result): Result {
    if (now < (this.#until.get(tried) ?? 0)) throw lockedRefusal(tried);
    try {
      const result = attempt();
      this.#failures.delete(tried);
      return result;
    } catch (error) {
      this.#count(tried, now, settings);
      throw error;
    }
  }

  /** What is locked at this moment. */
  list(now: number): Lock[] {
    return [...this.#until].filter(([, until]) => now < until).map(([of, until]) => ({ of, until }));
  }

  #count(tried: Tried, now: number, { lockAfter, keyLock, userLock }: Settings): void {
    const failures = (this.#failures.get(tried) ?? 0) + 1;
    this.#failures.set(tried, failures);
    if (lockAfter === null || failures < lockAfter) return;
    this.#failures.delete(tried);
    this.#until.set(tried, now + (tried.startsWith("key ") ? keyLock : userLock) * SECOND);
  }
}

function lockedRefusal(tried: Tried): Refusal {
  return tried.startsWith("key ")
    ? identityWrong("AK access failed to reach the limit,forbidden.")
    : iamRefusal(401, "The account is locked.");
}
