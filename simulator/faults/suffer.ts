import { answerByCode } from "../answers/answer-by-code";
import { SECOND } from "../clock";
import type { Exchange } from "../exchange";
import type { Simulation } from "../simulation";
import { emptyAnswer, htmlPage, literalAnswer, torn } from "./broken-answers";
import { ConnectionCut } from "./connection-cut";
import type { Consequence, Fault } from "./fault";
import { throttled } from "./throttled";
import { unauthorized } from "./unauthorized";

type Serve = (request: Request) => Promise<Response>;

/** What a request comes to that meets a fault. Rejects with ConnectionCut where there is no answer. */
export async function suffer(
  { then }: Fault,
  arriving: Request,
  exchange: Exchange,
  serve: Serve,
  simulation: Simulation,
): Promise<Response> {
  const request = await received(arriving);
  const served = () => serve(request);
  if ("delay" in then) return waitAt(then.at, () => simulation.clock.sleep(then.delay * SECOND), served);
  if ("hold" in then) {
    return waitAt(then.at, () => simulation.holds.hold(then.hold, then.at, request), served);
  }
  if ("late" in then) {
    exchange.lateBy = then.late * SECOND;
    await served();
    if (then.as === "504") return answerByCode("APIGW.0201", request, exchange.requestId, 504);
    throw new ConnectionCut();
  }
  if ("torn" in then) return torn(await served());
  if ("unauthorized" in then) return unauthorized(request, exchange, served, simulation);
  if (whenOf(then) === "after") await served();
  return instead(then, request, exchange, simulation);
}

type Instead = Exclude<
  Consequence,
  { delay: number } | { hold: string } | { late: number } | { torn: true } | { unauthorized: true }
>;

function whenOf(then: Instead): "before" | "after" {
  if ("answer" in then) return then.answer.when;
  if ("reset" in then) return then.reset;
  return "throttle" in then ? "before" : then.when;
}

function instead(then: Instead, request: Request, { requestId }: Exchange, { clock }: Simulation): Response {
  if ("answer" in then) return literalAnswer(then.answer, request, requestId);
  if ("html" in then) return htmlPage(then.html);
  if ("empty" in then) return emptyAnswer();
  if ("throttle" in then) return throttled(then.throttle, request, requestId, clock.now());
  if ("reset" in then) throw new ConnectionCut();
  return then satisfies never;
}

async function waitAt(at: "receipt" | "effect", wait: () => Promise<void>, served: () => Promise<Response>) {
  if (at === "receipt") await wait();
  const response = await served();
  if (at === "effect") await wait();
  return response;
}

/** The request with all of its body: what has arrived takes effect, even if its sender is gone by then. */
async function received(request: Request): Promise<Request> {
  const { method, url, headers } = request;
  const body = await request.arrayBuffer();
  return new Request(url, { method, headers: [...headers], ...(body.byteLength > 0 && { body }) });
}
