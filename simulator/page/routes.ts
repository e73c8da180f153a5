import { Hono } from "hono";
import type { Wire } from "../request";
import type { Simulation } from "../simulation";
import { pageFile } from "./files";
import { isForThePage } from "./is-for-the-page";
import { eventStream } from "./stream";

/** The page at `/`, where browsers ask for HTML and clients for the versions of the API; and an icon for who insists. */
export function pageRoutes(): Hono<Wire> {
  const page = new Hono<Wire>();
  page.get("/", async (c, next) => {
    if (!isForThePage(c.req.raw)) return next();
    const answer = pageFile("page.html");
    answer?.headers.set("vary", "accept");
    return answer ?? c.notFound();
  });
  page.get("/favicon.ico", (c) => pageFile("icon.svg") ?? c.notFound());
  return page;
}

/** What the page fetches, below `/_simulator`. */
export function pagePartRoutes(simulation: Simulation): Hono<Wire> {
  const parts = new Hono<Wire>();
  // A HEAD would open a stream that nobody closes.
  parts.get("/events", (c) => (c.req.method === "HEAD" ? c.body(null) : eventStream(c, simulation)));
  parts.get("/page/:file", (c) => pageFile(c.req.param("file")) ?? c.notFound());
  return parts;
}
