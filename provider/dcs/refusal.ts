import { z } from "zod";
import { quote, type Said } from "../errors";
import { type Meaning, rowOf } from "./codes";
import type { HttpAnswer } from "./exchange";
import { jsonOf } from "./json";

/** A refusal, understood: what the service said, and what it means for us. */
export interface Refusal extends Said {
  readonly meaning: Meaning;
  /** The code's sense in our words; absent for codes that the reference does not list. */
  readonly sense?: string;
  /** True when the refusal bears a code of DCS itself, not of a gateway before it: only such a "not found" can be believed. */
  readonly fromDcs: boolean;
}

const text = z.union([z.string(), z.number()]).transform(String);

/** The body shapes seen: DCS v1.0 and IAM nest under `error`, DCS v2 and the gateway use `error_code` and `error_msg`. */
const Body = z.union([
  z.object({ error: z.object({ code: text.optional(), message: z.string().optional() }) }).transform(({ error }) => ({
    code: error.code,
    text: error.message,
    requestId: undefined,
  })),
  z
    .object({ error_code: z.string(), error_msg: z.string().optional(), request_id: z.string().optional() })
    .transform((body) => ({ code: body.error_code, text: body.error_msg, requestId: body.request_id })),
]);

/**
 * Reads any answer that is not a success, whatever its body: JSON of either family, HTML, torn or empty.
 *
 * @param secrets What the request bore: a gateway that refuses a signature repeats the whole signed request, tokens included.
 */
export function readRefusal(answer: HttpAnswer, secrets: readonly string[] = []): Refusal {
  const body = Body.safeParse(jsonOf(answer.body)).data;
  // One that a body held may be repeated as JSON writes it.
  const forms = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  const clean = (value: string) => oneLine(forms.reduce((text, secret) => text.replaceAll(secret, "…"), value));
  const row = rowOf(body?.code);
  const requestId = body?.requestId ?? answer.headers["x-request-id"];
  return {
    status: answer.status,
    ...(body?.code ? { code: clean(body.code) } : {}),
    ...(body?.text ? { text: clean(body.text) } : {}),
    ...(requestId ? { requestId: clean(requestId) } : {}),
    ...(row ? { sense: row.sense } : {}),
    meaning: row?.meaning ?? meaningOfStatus(answer.status),
    fromDcs: row?.from === "dcs",
  };
}

/** The service's words, with the code's sense in front where it is known. */
export function explain(refusal: Refusal): string {
  return refusal.sense ? `${refusal.sense} (${quote(refusal)})` : quote(refusal);
}

function meaningOfStatus(status: number): Meaning {
  if (status === 401) return "token";
  if (status === 403) return "not-allowed";
  if ([408, 429, 502, 503, 504].includes(status)) return "again";
  return status >= 500 ? "service-failure" : "refused";
}

/** A service's text is somebody else's: kept to one line of a bearable length. */
function oneLine(value: string): string {
  const line = value.replace(/\s+/g, " ").trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
