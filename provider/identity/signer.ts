import { createHmac } from "node:crypto";
import { canonicalRequest, sha256, signedHeaders, type SignedParts } from "./canonical";

/** A pair of keys; temporary ones come with a security token. */
export interface AccessKeys {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken?: string;
}

/** `X-Sdk-Date` of a moment: UTC, `YYYYMMDDTHHMMSSZ`. The service refuses it when it is more than 15 minutes off. */
export function sdkDate(now: number): string {
  return new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
}

/** The moment of an `X-Sdk-Date`. */
export function timeOf(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)/, "$1-$2-$3:$4:"));
}

/** The text that is signed. */
function stringToSign(date: string, canonical: string): string {
  return `SDK-HMAC-SHA256\n${date}\n${sha256(canonical)}`;
}

/**
 * The `Authorization` header of a request that already has its `host` and `x-sdk-date`; every header given is signed.
 *
 * There is no key derivation: the secret key itself is the HMAC's key. Source: Huawei's "API Request Signing Guide".
 */
export function authorization(keys: AccessKeys, parts: SignedParts, date: string): string {
  const text = stringToSign(date, canonicalRequest(parts));
  const signature = createHmac("sha256", keys.secretKey).update(text, "utf8").digest("hex");
  return `SDK-HMAC-SHA256 Access=${keys.accessKey}, SignedHeaders=${signedHeaders(parts.headers)}, Signature=${signature}`;
}
