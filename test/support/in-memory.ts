import type { HttpAnswer, HttpRequest, Send } from "../../provider/dcs/exchange";
import type { Simulator } from "../../simulator";
import type { VirtualClock } from "./virtual-clock";

/** Hands each request to the simulator's handler, without a socket. */
export function sendTo(simulator: Simulator, clock: VirtualClock): Send {
  return (request) => clock.busy(answerOf(simulator, request));
}

async function answerOf(simulator: Simulator, { method, url, headers, body }: HttpRequest): Promise<HttpAnswer> {
  const response = await simulator.fetch(
    new Request(url, { method, headers, ...(body === undefined ? {} : { body }) }),
  );
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}
