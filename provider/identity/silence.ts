import type { Clock } from "../clock";
import { type Call, CallFailed } from "../dcs/call";

/** A failure that took so long is remembered for as long: all that wait in line meet it, and a service that is back is asked. */
const LONG = 10_000;

/**
 * For calls of a service on which many resources wait, such as IAM: where one of them had no answer for as long as it is
 * patient, those that come right after it fail at once instead of waiting as long, one after the other.
 */
export function unlessSilent(clock: Clock): (call: Call) => Call {
  let silence: CallFailed | undefined;
  let until = 0;
  return (call) => async (what, request, options) => {
    if (silence && clock.now() < until) throw notSent(what, silence);
    const began = clock.now();
    try {
      const answer = await call(what, request, options);
      silence = undefined;
      return answer;
    } catch (error) {
      if (isSilence(error) && clock.now() - began >= LONG) {
        silence = error;
        until = clock.now() + LONG;
      }
      throw error;
    }
  };
}

function isSilence(error: unknown): error is CallFailed {
  return error instanceof CallFailed && ["unreachable", "answer-lost", "service-failure"].includes(error.code);
}

function notSent(what: string, { code, message }: CallFailed): CallFailed {
  return new CallFailed(
    code,
    `Could not ${what}: this was not sent, as an earlier request had no answer. ${message}`,
    false,
  );
}
