import { type HttpAnswer, type HttpRequest, NoAnswer, type Send } from "../../provider/dcs/exchange";
import type { Simulator } from "../../simulator/index";
import type { VirtualClock } from "./virtual-clock";

/** Hands each request to the simulator's handler, without a socket; a stop gives the request up, as got does. */
export function sendTo(simulator: Simulator, clock: VirtualClock): Send {
  return (request, signal) => {
    const answer = clock.busy(answerOf(simulator, request));
    if (!signal) return answer;
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        reject(new NoAnswer("the request was given up", "perhaps"));
      };
      signal.addEventListener("abort", giveUp);
      answer.then(resolve, reject).finally(() => {
        signal.removeEventListener("abort", giveUp);
      });
    });
  };
}

async function answerOf(simulator: Simulator, { method, url, headers, body }: HttpRequest): Promise<HttpAnswer> {
  const request = new Request(url, { method, headers, ...(body === undefined ? {} : { body }) });
  const response = await simulator.fetch(request).catch((error: unknown) => {
    const reset = error instanceof Object && "code" in error && error.code === "ECONNRESET";
    throw reset ? new NoAnswer("the connection was cut", "perhaps") : error;
  });
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}
