import { DCS_CODES } from "../answers/dcs-codes";
import { DCS_MEANINGS } from "../answers/dcs-meanings";
import { GATEWAY_CODES } from "../answers/gateway-codes";
import type { JournalEntry } from "../journal";

/** How an answer reads in a few words, and its tone. */
export interface Outcome {
  readonly words: string;
  readonly tone: "good" | "refused" | "broken";
}

/** Texts come from the tables of codes, never from the answer, which may repeat what was sent. */
export function whatCameOfIt({ status, code, method, effect }: JournalEntry): Outcome {
  if (status === null) return { words: `no answer, the connection was cut${afterwards(effect)}`, tone: "broken" };
  if (status >= 500) return { words: `${textOf(code) ?? "the service failed"}${afterwards(effect)}`, tone: "broken" };
  if (status >= 400) return { words: `refused: ${textOf(code) ?? textByStatus(status)}`, tone: "refused" };
  if (effect !== "none") return { words: `accepted${effect === "due" ? ", takes effect later" : ""}`, tone: "good" };
  return { words: status === 204 && method === "GET" ? "answered: there are none" : "answered", tone: "good" };
}

/** An error that has changed the cloud all the same is what clients must look out for. */
function afterwards(effect: JournalEntry["effect"]): string {
  if (effect === "none") return "";
  return effect === "done" ? ", but it was done" : ", but it will be done later";
}

function textOf(code: string | null): string | undefined {
  if (code === null) return undefined;
  const dcs = [...Object.values(DCS_MEANINGS), ...DCS_CODES].find(({ v1, v2 }) => v1 === code || v2 === code);
  const text = dcs?.message ?? GATEWAY_CODES.find(({ apigw }) => apigw === code)?.message;
  if (text === undefined) return undefined;
  const sentence = text.replace("allow {0} to be performed", "allow this").replace(/:? ?\{0\}/, "");
  return `${sentence.replace(/\.$/, "")} (${code})`;
}

function textByStatus(status: number): string {
  switch (status) {
    case 401:
      return "it was not proved who sent it";
    case 403:
      return "the sender may not do this";
    case 404:
      return "there is no such thing";
    case 429:
      return "too many requests";
    default:
      return "the request was not understood";
  }
}
