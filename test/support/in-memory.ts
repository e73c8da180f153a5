import { type HttpAnswer, type HttpRequest, NoAnswer, type Send } from "../../provider/dcs/exchange";
import type { Simulator } from "../../simulator";
import type { VirtualClock } from "./virtual-clock";

/** Hands each request to the simulator's handler, without a socket. */
export function sendTo(simulator: Simulator, clock: VirtualClock): Send {
  return async (request, signal) => {
    const answer = await clock.busy(answerOf(simulator, request));
    if (signal?.aborted) throw new NoAnswer("the request was given up", "perhaps");
    return answer;
  };
}

async function answerOf(simulator: Simulator, { method, url, headers, body }: HttpRequest): Promise<HttpAnswer> {
  const response = await simulator.fetch(
    new Request(url, { method, headers, ...(body === undefined ? {} : { body }) }),
  );
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}
