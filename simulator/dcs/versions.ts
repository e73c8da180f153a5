import { Hono, type MiddlewareHandler } from "hono";
import { apiNotPublished } from "../answers/gateway-codes";
import type { Wire } from "../request";
import type { Simulation } from "../simulation";

/** The versions of DCS, as `GET /` tells them (A-ver). */
const VERSIONS = [
  { id: "v1.0", status: "DEPRECATED" },
  { id: "v2", status: "CURRENT" },
] as const;

/** `GET /`, `GET /v1.0` and `GET /v2`. They ask for no credentials. */
export function versionRoutes(simulation: Simulation): Hono<Wire> {
  const versions = new Hono<Wire>();
  versions.get("/", (c) => {
    const published = VERSIONS.filter(({ id }) => simulation.settings.published.includes(id));
    return c.json({ versions: published.map((version) => versionBody(version, c.req.url)) });
  });
  for (const version of VERSIONS) {
    versions.get(`/${version.id}`, (c) => c.json({ version: versionBody(version, c.req.url) }));
  }
  return versions;
}

/** The gateway knows no path of a version that is published no more, whoever asks (GW 0101). */
export function requirePublished(simulation: Simulation): MiddlewareHandler<Wire> {
  return async (c, next) => {
    const [, first] = c.req.path.split("/");
    const version = VERSIONS.find(({ id }) => id === first);
    if (version !== undefined && !simulation.settings.published.includes(version.id)) throw apiNotPublished();
    await next();
  };
}

/** The printed sample has the contents of `href` and `rel` swapped; here they are where their names say. */
function versionBody({ id, status }: (typeof VERSIONS)[number], url: string) {
  const links = [{ href: new URL(`/${id}/`, url).href, rel: "self" }];
  return { id, links, min_version: "", status, updated: "2016-12-09T00:00:00Z", version: "" };
}
