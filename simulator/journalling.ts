import type { Context, MiddlewareHandler } from "hono";
import { partyOf } from "./answers/party";
import type { Wire } from "./request";
import type { Simulation } from "./simulation";
import { isoTime } from "./timestamps";

/** Gives every request its id, and writes every answered request of the simulated services into the journal. */
export function journalling(simulation: Simulation): MiddlewareHandler<Wire> {
  return async (c, next) => {
    const arrived = simulation.clock.now();
    const requestId = simulation.ids.hex();
    c.set("requestId", requestId);
    await next();
    c.header("x-request-id", requestId);
    if (partyOf(c.req.path) === "control") return;
    const { pathname, search } = new URL(c.req.url);
    simulation.journal.record({
      time: isoTime(arrived),
      method: c.req.method,
      path: pathname + search,
      status: c.res.status,
      principal: principalOf(c),
      requestId,
    });
  };
}

function principalOf(c: Context<Wire>): string | null {
  const caller = c.get("caller");
  return caller === undefined ? null : `${caller.user.name} (${caller.by})`;
}
