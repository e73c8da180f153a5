/** Parameters of the API that say what is looked for, not who looks. Any other may hold a key, a token or a signature. */
const HARMLESS = new Set(
  "start limit offset begin_time beginTime end_time endTime instance_id name status id domain_id nocatalog".split(" "),
);

/** Identifiers are 36 characters at most; what is much longer is no part of a path of this API. */
const LONGEST_PART = 64;

/** A path as the page may show it: what could be a secret is left out, such as the signature of a download link. */
export function shownPath(path: string): string {
  // Joined, not resolved: a path may begin with two slashes, which would be read as a host.
  const { pathname, searchParams } = new URL(`http://simulator${path}`);
  const parts = pathname.split("/").map((part) => (part.length > LONGEST_PART ? `${part.slice(0, 8)}…` : part));
  const query = [...searchParams].map(([name, value]) => `${name}=${HARMLESS.has(name) ? value : "…"}`);
  return parts.join("/") + (query.length === 0 ? "" : `?${query.join("&")}`);
}
