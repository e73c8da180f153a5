/** The canonical request of `SDK-HMAC-SHA256`, one rule a function; source: Huawei's "API Request Signing Guide". */
import { createHash } from "node:crypto";

/** A request as far as a signature covers it. Header names may be in any case. */
export interface SignedParts {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function canonicalRequest({ method, url, headers, body }: SignedParts): string {
  return [
    method.toUpperCase(),
    canonicalPath(url.pathname),
    canonicalQuery(url.searchParams),
    canonicalHeaders(headers),
    signedHeaders(headers),
    sha256(body),
  ].join("\n");
}

/** Each segment is encoded anew, and the path always ends in a slash: only here, the request itself is sent without it. */
function canonicalPath(pathname: string): string {
  const path = pathname
    .split("/")
    .map((segment) => encode(decodeURIComponent(segment)))
    .join("/");
  return path.endsWith("/") ? path : `${path}/`;
}

/** Names and values are encoded, then sorted by name and by value; an empty value keeps its `=`. */
export function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

/** One line a header, each with its own line end, so that a blank line follows the last one. */
function canonicalHeaders(headers: SignedParts["headers"]): string {
  return sorted(headers)
    .map(([name, value]) => `${name}:${value.trim()}\n`)
    .join("");
}

export function signedHeaders(headers: SignedParts["headers"]): string {
  return sorted(headers)
    .map(([name]) => name)
    .join(";");
}

export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function sorted(headers: SignedParts["headers"]): [string, string][] {
  return Object.entries(headers)
    .map(([name, value]): [string, string] => [name.toLowerCase(), value])
    .sort(([name], [other]) => compare(name, other));
}

/** RFC 3986: everything but letters, digits and `-_.~` becomes `%XX`; a space is `%20`, never `+`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** By code units, as the service sorts; a locale's order would differ. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
