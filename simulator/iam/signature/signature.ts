import { createHmac } from "node:crypto";
import { ALGORITHM, type Authorization } from "./authorization-header";
import { canonicalRequest, sha256, type SignedRequest } from "./canonical-request";

type Form = Pick<Authorization, "signedHeaders" | "scope">;

/** What a signature is made over: three lines (SIGN), or four where it is limited to a scope (GTC). */
export function stringToSign(request: SignedRequest, { signedHeaders, scope }: Form, date: string): string {
  const hash = sha256(canonicalRequest(request, signedHeaders));
  return [ALGORITHM, date, ...(scope === null ? [] : [scope]), hash].join("\n");
}

/** The secret key is used as it is (SIGN), or a key is derived from it for the scope, step by step (GTC). */
export function signatureOf(text: string, secretKey: string, scope: string | null = null): string {
  const key = scope === null ? secretKey : scope.split("/").reduce<Buffer | string>(derive, `SDK${secretKey}`);
  return derive(key, text).toString("hex");
}

function derive(key: Buffer | string, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
