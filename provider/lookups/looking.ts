import type { CallOptions } from "../dcs/call";
import type { Connect } from "../dcs/connection";

/** What a lookup works with. */
export interface Looking {
  readonly connect: Connect;
  /** How long it may take, counted from the call. */
  readonly patience: () => CallOptions;
}
