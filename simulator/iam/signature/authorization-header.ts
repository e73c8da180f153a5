export const ALGORITHM = "SDK-HMAC-SHA256";

/** What a signed request says about its signature. */
export interface Authorization {
  readonly accessKey: string;
  /** Lower-case names, sorted. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

export function isSignature(header: string | undefined): header is string {
  return header?.startsWith(ALGORITHM) === true;
}

/** Reads `SDK-HMAC-SHA256 Access=…, SignedHeaders=…;…, Signature=…`; undefined when it is anything else. */
export function readAuthorization(header: string): Authorization | undefined {
  const match = /^SDK-HMAC-SHA256 Access=([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/.exec(header);
  if (match === null) return undefined;
  const [, accessKey = "", names = "", signature = ""] = match;
  return { accessKey, signedHeaders: names.toLowerCase().split(";").sort(), signature };
}
