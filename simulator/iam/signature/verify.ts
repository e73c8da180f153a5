import { createHmac, timingSafeEqual } from "node:crypto";
import { identityWrong } from "../../answers/gateway-codes";
import { MINUTE } from "../../clock";
import { fromSdkDate } from "../../timestamps";
import type { User } from "../../world/people";
import { ALGORITHM, readAuthorization, type Authorization } from "./authorization-header";
import { canonicalRequest, sha256, type SignedRequest } from "./canonical-request";

const GREATEST_SKEW = 15 * MINUTE;

/** The user whose secret key made this signature. Throws the gateway's refusal when there is none. */
export function verifySignature(request: SignedRequest, users: readonly User[], now: number): User {
  const authorization = readAuthorization(request.headers.get("authorization") ?? "");
  if (authorization === undefined) throw identityWrong("the Authorization header is malformed");
  const user = users.find(({ accessKey }) => accessKey === authorization.accessKey);
  if (user === undefined) throw identityWrong(`ak ${authorization.accessKey} not exist`);
  const date = signedDate(request, authorization);
  if (Math.abs(now - date.time) > GREATEST_SKEW) throw identityWrong("x-sdk-date is more than 15 minutes off");
  requireSignedHeaders(request, authorization);
  const expected = signatureOf(stringToSign(request, authorization, date.text), user.secretKey);
  if (!timingSafeEqual(Buffer.from(expected, "hex"), Buffer.from(authorization.signature, "hex"))) {
    throw identityWrong("verify aksk signature fail");
  }
  return user;
}

export function stringToSign(
  request: SignedRequest,
  { signedHeaders }: Pick<Authorization, "signedHeaders">,
  date: string,
): string {
  return [ALGORITHM, date, sha256(canonicalRequest(request, signedHeaders))].join("\n");
}

/** The secret key is used as it is, without derivation. */
export function signatureOf(text: string, secretKey: string): string {
  return createHmac("sha256", secretKey).update(text).digest("hex");
}

/** X-Sdk-Date is the one header that must be there and must be signed; the rest is the client's choice (SIGN). */
function signedDate(request: SignedRequest, { signedHeaders }: Authorization): { text: string; time: number } {
  const text = request.headers.get("x-sdk-date");
  if (text === undefined) throw identityWrong("the x-sdk-date header is missing");
  if (!signedHeaders.includes("x-sdk-date")) throw identityWrong("the x-sdk-date header is not signed");
  const time = fromSdkDate(text);
  if (time === undefined) throw identityWrong("the x-sdk-date header is not of the form yyyyMMddTHHmmssZ");
  return { text, time };
}

function requireSignedHeaders(request: SignedRequest, { signedHeaders }: Authorization): void {
  const missing = signedHeaders.find((name) => !request.headers.has(name));
  if (missing !== undefined) throw identityWrong(`the signed header ${missing} is missing`);
}
