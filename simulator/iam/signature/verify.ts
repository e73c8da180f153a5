import { timingSafeEqual } from "node:crypto";
import { identityWrong } from "../../answers/gateway-codes";
import { MINUTE } from "../../clock";
import { fromSdkDate, sdkDate } from "../../timestamps";
import type { Authorization } from "./authorization-header";
import { canonicalRequest, type SignedRequest } from "./canonical-request";
import { signatureOf, stringToSign } from "./signature";

const GREATEST_SKEW = 15 * MINUTE;

/**
 * Throws the gateway's refusal unless this request was signed with the secret key, at most 15 minutes off `now`.
 * `echo`: a refused signature's text repeats the request as the gateway has read it, as real ones do (traces).
 */
export function requireSignature(
  request: SignedRequest,
  authorization: Authorization,
  secretKey: string,
  { now, echo }: { now: number; echo: boolean },
): void {
  const date = signedDate(request, authorization);
  if (Math.abs(now - date.time) > GREATEST_SKEW) throw expired(date.text, now);
  requireSignedHeaders(request, authorization);
  const { scope } = authorization;
  if (scope?.startsWith(date.text.slice(0, 8)) === false) throw identityWrong("the scope is of another day");
  const expected = signatureOf(stringToSign(request, authorization, date.text), secretKey, scope);
  if (timingSafeEqual(Buffer.from(expected, "hex"), Buffer.from(authorization.signature, "hex"))) return;
  throw identityWrong(`verify aksk signature fail${echo ? echoOf(request, authorization) : ""}`);
}

/** As huaweicloud-sdk-java-v3 #44 quotes it. */
function expired(date: string, now: number) {
  return identityWrong(
    `calc aksk signature fail:signature expired, signature time:${date},server time:${sdkDate(now)}`,
  );
}

/** The canonical request, its lines parted by bars: with it, all signed headers are in the answer. */
function echoOf(request: SignedRequest, { signedHeaders }: Authorization): string {
  return `, canonicalRequest:${canonicalRequest(request, signedHeaders).replaceAll("\n", "|")}`;
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
