import { createHash } from "node:crypto";
import { reencode } from "./encoding";

/** The parts of a request that a signature covers, as they arrived. */
export interface SignedRequest {
  readonly method: string;
  /** Path as on the wire, still encoded. */
  readonly path: string;
  /** Query as on the wire, without the question mark. */
  readonly query: string;
  /** By lower-case name; `host` included. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** The six parts that are hashed and signed (SIGN). `signedHeaders`: lower-case names, sorted. */
export function canonicalRequest(request: SignedRequest, signedHeaders: readonly string[]): string {
  return [
    request.method.toUpperCase(),
    canonicalPath(request.path),
    canonicalQuery(request.query),
    signedHeaders.map((name) => `${name}:${(request.headers.get(name) ?? "").trim()}\n`).join(""),
    signedHeaders.join(";"),
    request.headers.get("x-sdk-content-sha256") ?? sha256(request.body),
  ].join("\n");
}

/** Each segment encoded; for signing it always ends in a slash, whatever was sent. */
function canonicalPath(path: string): string {
  const encoded = path.split("/").map(reencode).join("/");
  return encoded.endsWith("/") ? encoded : `${encoded}/`;
}

/** Sorted by name, then by value; an empty value keeps its `=`. */
export function canonicalQuery(query: string): string {
  const pairs = query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const [name = "", ...value] = part.split("=");
      return { name: reencode(name), value: reencode(value.join("=")) };
    });
  pairs.sort((a, b) => compare(a.name, b.name) || compare(a.value, b.value));
  return pairs.map(({ name, value }) => `${name}=${value}`).join("&");
}

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** By code unit, as every signer sorts; `localeCompare` would not. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
