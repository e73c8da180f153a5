import { partyOf } from "./answers/party";
import { createApp } from "./app";
import type { Exchange } from "./exchange";
import { claimedBy } from "./faults/claimed-by";
import { ConnectionCut } from "./faults/connection-cut";
import type { Fault } from "./faults/fault";
import { nameOf } from "./faults/fault-names";
import { suffer } from "./faults/suffer";
import { isForThePage } from "./page/is-for-the-page";
import type { Simulation } from "./simulation";
import { isoTime } from "./timestamps";

/** Answers requests: as the services do, with a fault in the way where one was asked for. Each goes into the journal. */
export function answering(simulation: Simulation): (request: Request) => Promise<Response> {
  const app = createApp(simulation);
  return async (request) => {
    const exchange: Exchange = {
      requestId: simulation.ids.hex(),
      arrived: simulation.clock.now(),
      effect: "none",
    };
    const serve = async (served: Request) => app.fetch(served, { exchange });
    if (partyOf(new URL(request.url).pathname) === "control" || isForThePage(request)) {
      const response = finished(await serve(request), exchange, simulation);
      simulation.onlookers.tell();
      return response;
    }

    const fault = simulation.faults.take(request, claimedBy(request, simulation));
    try {
      const answer = fault === undefined ? serve(request) : suffer(fault, request, exchange, serve, simulation);
      const response = finished(await answer, exchange, simulation);
      record(simulation, request, exchange, fault, response.status);
      return response;
    } catch (error) {
      if (error instanceof ConnectionCut) record(simulation, request, exchange, fault, null);
      throw error;
    }
  };
}

function finished(response: Response, { requestId }: Exchange, simulation: Simulation): Response {
  response.headers.set("x-request-id", requestId);
  response.headers.set("date", new Date(simulation.signersTime()).toUTCString());
  return response;
}

function record(
  { journal, onlookers }: Simulation,
  { method, url }: Request,
  { arrived, caller, code, effect, requestId }: Exchange,
  fault: Fault | undefined,
  status: number | null,
): void {
  const { pathname, search } = new URL(url);
  journal.record({
    time: isoTime(arrived),
    method,
    path: pathname + search,
    status,
    code: fault === undefined ? (code ?? null) : null,
    principal: caller === undefined ? null : `${caller.user.name} (${caller.by})`,
    requestId,
    fault: fault === undefined ? null : nameOf(fault.then),
    effect,
  });
  onlookers.tell();
}
