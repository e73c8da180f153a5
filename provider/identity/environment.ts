import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { getProxyForUrl } from "proxy-from-env";
import { DcsError } from "../errors";
import type { Surroundings } from "./sources";

/** The surroundings of this process; the only place of the package that reads its environment. */
export function processSurroundings(config: Surroundings["config"]): Surroundings {
  return { config, environment: process.env, file: textOf, home: homedir(), folder: process.cwd(), proxyFor };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = codeOf(error);
    // A name that is too long is no name, but perhaps the content of a file: it is not quoted.
    if (code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG") return undefined;
    throw new DcsError(
      "bad-configuration",
      `The file ${path} cannot be read (${code}). Give it the right permissions.`,
    );
  }
}

/** Node's own errors may be of another realm, as under jest: they are no `instanceof Error` there. */
function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

/** As other clients do: nothing on this machine itself is reached through a proxy. */
function proxyFor(url: string): string | undefined {
  const { hostname } = new URL(url);
  if (/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return undefined;
  const proxy = getProxyForUrl(url);
  if (proxy === "") return undefined;
  // Without a scheme a proxy is an http one, as for curl; the library gives it the scheme of the URL.
  const given = Object.entries(process.env).flatMap(([name, value]) => (/_proxy$/i.test(name) && value ? [value] : []));
  const bare = given.find((value) => proxy.endsWith(`://${value}`));
  return bare === undefined ? proxy : `http://${bare}`;
}
