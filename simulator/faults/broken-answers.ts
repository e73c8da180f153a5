import { STATUS_CODES } from "node:http";
import { answerByCode } from "../answers/answer-by-code";
import type { Consequence } from "./fault";

type Literal = Extract<Consequence, { answer: unknown }>["answer"];

/** An answer as a fault words it: by code, by status, with a body that is text or JSON. */
export function literalAnswer({ status, code, body, headers }: Literal, request: Request, requestId: string): Response {
  const coded = code === undefined ? undefined : answerByCode(code, request, requestId, status);
  const response = body === undefined && coded !== undefined ? coded : withBody(status ?? coded?.status ?? 200, body);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** As proxies and load balancers write it. */
export function htmlPage(status: number): Response {
  const title = `${status} ${STATUS_CODES[status] ?? ""}`.trim();
  const page = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
  return new Response(page, { status, headers: { "content-type": "text/html" } });
}

export function emptyAnswer(): Response {
  return new Response("", { status: 200 });
}

/** The first half of the body, with the length of what is sent: nothing but the text tells that the rest is missing. */
export async function torn(response: Response): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer());
  const half = whole.slice(0, Math.floor(whole.byteLength / 2));
  const headers = new Headers(response.headers);
  headers.set("content-length", String(half.byteLength));
  return new Response(isBodiless(response.status) ? null : half, { status: response.status, headers });
}

function withBody(status: number, body: unknown): Response {
  if (isBodiless(status) || body === undefined) return new Response(null, { status });
  return typeof body === "string" ? new Response(body, { status }) : Response.json(body, { status });
}

/** Statuses that go without a body, by HTTP itself. */
function isBodiless(status: number): boolean {
  return [204, 205, 304].includes(status);
}
