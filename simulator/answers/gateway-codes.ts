import { Refusal } from "./refusal";

/** One refusal of the gateway in front of all services, with its code in both spellings that are in use. */
export interface GatewayCode {
  /** The statuses it comes with, the usual one first. */
  readonly statuses: readonly [number, ...number[]];
  readonly apig: string;
  readonly apigw: string;
  readonly message: string;
}

/** The gateway's error table (GW), as far as a client of DCS can meet it; the texts as seen in traces, where they were. */
export const GATEWAY_CODES: readonly GatewayCode[] = [
  row("0101", [404], "The API does not exist or has not been published in the environment."),
  row("0103", [404], "The request method is not supported by the API."),
  row("0104", [404], "The API is not published in this environment."),
  row("0105", [404], "No route of the API matches."),
  row("0106", [400], "Orchestration error: parameter {0}"),
  row("0201", [504, 502, 494, 414, 413, 400], "Service DCS timed out (30000 ms)"),
  row("0301", [401], "Incorrect IAM authentication information: {0}"),
  row("0302", [403], "The IAM user is not authorized to access the API."),
  row("0303", [401], "Incorrect app authentication information."),
  row("0305", [401], "Incorrect authentication information."),
  row("0306", [403], "API access denied."),
  row("0307", [401], "The token must be updated."),
  row("0308", [429], "The throttling threshold has been reached: policy user over ratelimit,limit:5,time:1 second"),
  row("0310", [403], "The project is unavailable."),
  row("0601", [500], "Internal error."),
  row("0613", [503], "An error occurred in the gateway."),
  row("0802", [403], "The IAM user is forbidden in the currently selected region."),
];

/** 401: the gateway does not believe who we say we are. Texts seen: `verify aksk signature fail` (GW). */
export function identityWrong(detail: string): Refusal {
  return gatewayRefusal("APIGW.0301", detail);
}

/** 401: the token must be renewed. */
export function tokenMustBeRenewed(): Refusal {
  return gatewayRefusal("APIGW.0307");
}

/** 403: the user may not do this. */
export function notAuthorized(): Refusal {
  return gatewayRefusal("APIGW.0302");
}

/** 403: the named project is not one this user may use. */
export function projectUnavailable(): Refusal {
  return gatewayRefusal("APIGW.0310");
}

/** 404: no such API is published, such as a version that was switched off. */
export function apiNotPublished(): Refusal {
  return gatewayRefusal("APIGW.0101");
}

function gatewayRefusal(code: string, detail = ""): Refusal {
  const found = GATEWAY_CODES.find(({ apigw }) => apigw === code);
  if (found === undefined) throw new Error(`The table of the gateway's codes lacks ${code}.`);
  const { statuses, message } = found;
  return new Refusal({ from: "gateway", status: statuses[0], code, message: message.replace("{0}", detail) });
}

function row(number: string, statuses: GatewayCode["statuses"], message: string): GatewayCode {
  return { statuses, apig: `APIG.${number}`, apigw: `APIGW.${number}`, message };
}
