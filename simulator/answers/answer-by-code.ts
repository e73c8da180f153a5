import { DCS_CODES } from "./dcs-codes";
import { dcsAnswer, errorAnswer } from "./error-answer";
import { GATEWAY_CODES } from "./gateway-codes";
import { SEEN_CODES } from "./seen-codes";

/** What stands for `{0}` in a text whose request is not known to be wrong. */
const DETAIL = "request";

/** Whether a text is a code of DCS, in either family, or of the gateway, in either spelling. */
export function hasCode(code: string): boolean {
  return dcsCode(code) !== undefined || gatewayCode(code) !== undefined;
}

/**
 * The answer that a code stands for, in the shape of who gives it. A code of DCS is spelled for the API version that
 * was asked; the gateway's as given. `status`: another one than the table's.
 */
export function answerByCode(code: string, { url }: Request, requestId: string, status?: number): Response {
  const { pathname } = new URL(url);
  const dcs = dcsCode(code);
  if (dcs !== undefined) return dcsAnswer({ ...dcs, status: status ?? dcs.status }, DETAIL, pathname);
  const gateway = gatewayCode(code);
  if (gateway === undefined) throw new Error(`Neither DCS nor the gateway has the code ${code}.`);
  const { statuses, message } = gateway;
  const reason = {
    from: "gateway",
    status: status ?? statuses[0],
    code,
    message: message.replace("{0}", DETAIL),
  } as const;
  return errorAnswer(reason, requestId, pathname);
}

function dcsCode(code: string) {
  return [...DCS_CODES, ...SEEN_CODES].find(({ v1, v2 }) => v1 === code || v2 === code);
}

function gatewayCode(code: string) {
  return GATEWAY_CODES.find(({ apig, apigw }) => apig === code || apigw === code);
}
