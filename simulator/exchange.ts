import type { Effect } from "./journal";
import type { Caller } from "./world/people";

/** What is known of one request while it is answered. */
export interface Exchange {
  readonly requestId: string;
  /** When it arrived. */
  readonly arrived: number;
  /** Who was proved to have sent it. */
  caller?: Caller;
  effect: Effect;
  /** The code of its refusal, as it goes out; left out where there is none. */
  code?: string;
  /** Its effect, if it has one, comes only so many milliseconds later. */
  lateBy?: number;
}
