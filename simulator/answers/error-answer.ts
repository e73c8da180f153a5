import { STATUS_CODES } from "node:http";
import type { DcsCode } from "./dcs-codes";
import { DCS_MEANINGS } from "./dcs-meanings";
import { versionOf } from "./party";
import type { Reason } from "./refusal";

/** Writes a refusal in the words of who gave it (OLD, H21 for v1.0; A2 for v2; GW; IAM). `path`: what was asked. */
export function errorAnswer(reason: Reason, requestId: string, path: string): Response {
  switch (reason.from) {
    case "dcs":
      return dcsAnswer(DCS_MEANINGS[reason.meaning], reason.detail, path);
    case "gateway": {
      const { status, code, message } = reason;
      return answer(status, { error_msg: message, error_code: code, request_id: requestId });
    }
    case "iam": {
      const { status, message } = reason;
      return answer(status, { error: { code: status, message, title: STATUS_CODES[status] ?? "" } });
    }
    case "control":
      return answer(reason.status, { error: reason.message });
  }
}

/** A code of v2 that has no twin is told on v1.0 too; such answers were seen (TFH). */
export function dcsAnswer({ status, v1, v2, message }: DcsCode, detail: string, path: string): Response {
  const text = message.replace("{0}", detail);
  const code = spelledFor(path, { v1, v2 });
  return versionOf(path) === "v2"
    ? answer(status, { error_code: code, error_msg: text, error_ext_msg: null })
    : answer(status, { error: { code, message: text } });
}

/** The code that a refusal goes out with; undefined where it has none, as IAM's have not. */
export function codeOf(reason: Reason, path: string): string | undefined {
  if (reason.from === "dcs") return spelledFor(path, DCS_MEANINGS[reason.meaning]);
  return reason.from === "gateway" ? reason.code : undefined;
}

function spelledFor(path: string, { v1, v2 }: Pick<DcsCode, "v1" | "v2">): string {
  return versionOf(path) === "v2" ? v2 : (v1 ?? v2);
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status });
}
