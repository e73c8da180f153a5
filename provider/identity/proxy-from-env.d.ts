/** The package brings no types of its own. */
declare module "proxy-from-env" {
  /** The URL of the proxy for a URL, by `HTTPS_PROXY` and the like; empty where none is to be used. */
  export function getProxyForUrl(url: string): string;
}
