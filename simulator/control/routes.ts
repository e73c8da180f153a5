import { Hono } from "hono";
import type { Wire } from "../request";
import type { Simulation } from "../simulation";
import { lineRoutes } from "./line-routes";
import { ownSiteOnly } from "./own-site-only";
import { peopleRoutes } from "./people-routes";
import { worldRoutes } from "./world-routes";
import { viewWorld } from "./world-view";

/** What an onlooker may do, below `/_simulator`. No credentials, and no trace in the journal. */
export function controlRoutes(simulation: Simulation): Hono<Wire> {
  const control = new Hono<Wire>();
  control.use(ownSiteOnly);

  control.get("/journal", (c) => c.json(simulation.journalNow()));

  control.get("/world", (c) => c.json(viewWorld(simulation.world, simulation.clock.now())));

  control.post("/reset", (c) => {
    simulation.reset();
    return c.body(null, 204);
  });

  control.route("/", lineRoutes(simulation));
  control.route("/", worldRoutes(simulation));
  control.route("/", peopleRoutes(simulation));
  return control;
}
