/**
 * Whether a request outside `/_simulator` is a browser's, for the page: `/` is also where DCS tells its versions, but
 * only browsers name HTML among what they accept.
 */
export function isForThePage({ method, url, headers }: Request): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  const { pathname } = new URL(url);
  if (pathname === "/favicon.ico") return true;
  return pathname === "/" && (headers.get("accept") ?? "").includes("text/html");
}
