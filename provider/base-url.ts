/**
 * A base URL in its one form: scheme, host and path, without a slash at its end, as it stands in the state.
 *
 * Nothing for what is none: another scheme, a user or password, a query or a fragment, a path that cannot be signed.
 */
export function baseUrlOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) return undefined;
  if (!isDecodable(url.pathname)) return undefined;
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

/** Whether a base URL already names a version of an API, as `/v1.0` at its end: that of DCS is chosen by `apiVersion`. */
export function namesVersion(baseUrl: string): boolean {
  return /\/v\d+(\.\d+)?(\/|$)/.test(new URL(baseUrl).pathname);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
