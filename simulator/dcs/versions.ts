import { Hono } from "hono";
import type { Wire } from "../request";

/** The API versions this simulator speaks, as `GET /` tells them (A-ver). */
const VERSIONS = [{ id: "v1.0", status: "DEPRECATED" }] as const;

/** `GET /` and `GET /v1.0`. They ask for no credentials. */
export function versionRoutes(): Hono<Wire> {
  const versions = new Hono<Wire>();
  versions.get("/", (c) => c.json({ versions: VERSIONS.map((version) => versionBody(version, c.req.url)) }));
  for (const version of VERSIONS) {
    versions.get(`/${version.id}`, (c) => c.json({ version: versionBody(version, c.req.url) }));
  }
  return versions;
}

/** The printed sample has the contents of `href` and `rel` swapped; here they are where their names say. */
function versionBody({ id, status }: (typeof VERSIONS)[number], url: string) {
  const links = [{ href: new URL(`/${id}/`, url).href, rel: "self" }];
  return { id, links, min_version: "", status, updated: "2016-12-09T00:00:00Z", version: "" };
}
