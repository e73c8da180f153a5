import type { Clock } from "../clock";
import { type Call, CallFailed } from "../dcs/call";

/** Long enough for all that wait in line, short enough for a service that comes back. Milliseconds. */
const REMEMBERED = 10_000;

/**
 * For calls of a service on which many resources wait, such as IAM: where one of them had no answer for as long as it is
 * patient, those that come right after it fail at once instead of waiting as long, one after the other.
 */
export function unlessSilent(clock: Clock): (call: Call) => Call {
  let silence: CallFailed | undefined;
  let until = 0;
  return (call) => async (what, request, options) => {
    if (silence && clock.now() < until) throw silence;
    try {
      return await call(what, request, options);
    } catch (error) {
      if (isSilence(error)) {
        silence = error;

        until = clock.now() + REMEMBERED;
      }
      throw error;
    }
  };
}

function isSilence(error: unknown): error is CallFailed {
  return error instanceof CallFailed && ["unreachable", "answer-lost", "service-failure"].includes(error.code);
}
