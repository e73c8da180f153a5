import { answerByCode } from "../answers/answer-by-code";
import { MINUTE } from "../clock";
import type { Consequence } from "./fault";

type Throttle = Extract<Consequence, { throttle: unknown }>["throttle"];

/** 429 from the gateway (GW 0308). Retry-After is not guaranteed; it is in seconds or a date (A-st, HTTP). */
export function throttled({ retryAfter }: Throttle, request: Request, requestId: string, now: number): Response {
  const response = answerByCode("APIGW.0308", request, requestId);
  if (retryAfter === "date") response.headers.set("retry-after", new Date(now + MINUTE).toUTCString());
  else if (retryAfter !== undefined) response.headers.set("retry-after", String(retryAfter));
  return response;
}
