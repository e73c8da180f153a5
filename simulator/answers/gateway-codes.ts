import { Refusal } from "./refusal";

/** 401 `APIGW.0301`: the gateway does not believe who we say we are. Texts seen: `verify aksk signature fail` (GW). */
export function identityWrong(detail: string): Refusal {
  return gatewayRefusal(401, "APIGW.0301", `Incorrect IAM authentication information: ${detail}`);
}

/** 401 `APIGW.0307`: the token must be renewed. */
export function tokenMustBeRenewed(): Refusal {
  return gatewayRefusal(401, "APIGW.0307", "The token must be updated.");
}

/** 403 `APIGW.0310`: the named project is not one this user may use. */
export function projectUnavailable(): Refusal {
  return gatewayRefusal(403, "APIGW.0310", "The project is unavailable.");
}

function gatewayRefusal(status: number, code: string, message: string): Refusal {
  return new Refusal({ from: "gateway", status, code, message });
}
