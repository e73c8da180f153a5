import { Hono } from "hono";
import { errorAnswer } from "./answers/error-answer";
import { unknownPath, wrongMethod } from "./answers/no-such-route";
import { dcsRefusal, Refusal } from "./answers/refusal";
import { controlRoutes } from "./control/routes";
import { v1Routes } from "./dcs/v1/routes";
import { versionRoutes } from "./dcs/versions";
import { iamRoutes } from "./iam/routes";
import { journalling } from "./journalling";
import type { Wire } from "./request";
import type { Simulation } from "./simulation";

/** All the routes of one simulator, as one request handler. */
export function createApp(simulation: Simulation): Hono<Wire> {
  const app = new Hono<Wire>();
  app.use(journalling(simulation));
  app.route("/_simulator", controlRoutes(simulation));
  app.route("/v3", iamRoutes(simulation));
  app.route("/v1.0", v1Routes(simulation));
  app.route("/", versionRoutes());
  refuseOtherMethods(app);

  app.notFound((c) => errorAnswer(unknownPath(c.req.path).reason, c.get("requestId")));
  app.onError((error, c) => {
    if (error instanceof Refusal) return errorAnswer(error.reason, c.get("requestId"));
    console.error("dcs-simulator has a fault of its own:", error);
    return errorAnswer(dcsRefusal("internal").reason, c.get("requestId"));
  });
  return app;
}

function refuseOtherMethods(app: Hono<Wire>): void {
  const paths = new Set(app.routes.filter(({ method }) => method !== "ALL").map(({ path }) => path));
  for (const path of paths) {
    app.all(path, (c) => {
      throw wrongMethod(c.req.path);
    });
  }
}
