import { DcsError } from "../errors";

/** Failures of a look that may pass while there is time; all others will not. */
const PASSING = ["unreachable", "service-failure"];

/** Whether a failed look may be made again later, as long as the deadline is far. */
export function isPassing(error: unknown): error is DcsError {
  return error instanceof DcsError && PASSING.includes(error.code);
}
