import { STATUS_CODES } from "node:http";
import { DCS_CODES } from "./dcs-codes";
import type { Reason } from "./refusal";

/** Writes a refusal in the words of who gave it (OLD, H21 for v1.0; GW; IAM). */
export function errorAnswer(reason: Reason, requestId: string): Response {
  switch (reason.from) {
    case "dcs": {
      const { status, v1, message } = DCS_CODES[reason.meaning];
      return answer(status, { error: { code: v1, message: message.replace("{0}", reason.detail) } });
    }
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

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status });
}
