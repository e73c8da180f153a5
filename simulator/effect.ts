import type { Context } from "hono";
import { Refusal } from "./answers/refusal";
import type { Exchange } from "./exchange";
import type { Wire } from "./request";
import type { Simulation } from "./simulation";

/** Thrown where an effect was put off: what is answered instead is the fault's business. */
export class PutOff extends Error {
  override readonly name = "PutOff";
}

/**
 * The one place where a request changes the simulated cloud: now, or as late as a fault says. `take` is given the time,
 * and runs in one piece; it returns whether anything changed, with its result.
 */
export function takeEffect<Result>(
  { env: { exchange } }: Context<Wire>,
  simulation: Simulation,
  take: (now: number) => { changed: boolean; result: Result },
): Result {
  if (exchange.lateBy !== undefined) {
    putOff(exchange, exchange.lateBy, simulation, (now) => take(now).changed);
    throw new PutOff();
  }
  simulation.settle();
  const { changed, result } = take(simulation.clock.now());
  if (changed) exchange.effect = "done";
  return result;
}

function putOff(exchange: Exchange, lateBy: number, simulation: Simulation, take: (now: number) => boolean): void {
  const at = simulation.clock.now() + lateBy;
  exchange.effect = "due";
  const takeLate = () => {
    exchange.effect = unlessRefused(() => take(at)) ? "done" : "none";
    simulation.journal.settle(exchange.requestId, exchange.effect);
  };
  simulation.due.add({ at, take: takeLate });
}

/** What was possible when the request came may be refused by the time it takes effect; nobody is told any more. */
function unlessRefused(take: () => boolean): boolean {
  try {
    return take();
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
