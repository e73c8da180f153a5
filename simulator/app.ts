import { Hono, type Context } from "hono";
import { codeOf, errorAnswer } from "./answers/error-answer";
import { unknownPath, wrongMethod } from "./answers/no-such-route";
import { dcsRefusal, Refusal, type Reason } from "./answers/refusal";
import { controlRoutes } from "./control/routes";
import { v1Routes } from "./dcs/v1/routes";
import { v2Routes } from "./dcs/v2/routes";
import { requirePublished, versionRoutes } from "./dcs/versions";
import { PutOff } from "./effect";
import { credentialRoutes, iamRoutes } from "./iam/routes";
import { Mistake } from "./mistake";
import { pagePartRoutes, pageRoutes } from "./page/routes";
import type { Wire } from "./request";
import type { Simulation } from "./simulation";
import { STORAGE } from "./storage/links";
import { storageRoutes } from "./storage/routes";

/** All the routes of one simulator, as one request handler. */
export function createApp(simulation: Simulation): Hono<Wire> {
  const app = new Hono<Wire>();
  app.use(requirePublished(simulation));
  app.route("/_simulator", controlRoutes(simulation));
  app.route("/_simulator", pagePartRoutes(simulation));
  app.route(STORAGE, storageRoutes(simulation));
  app.route("/v3", iamRoutes(simulation));
  app.route("/v3.0", credentialRoutes(simulation));
  app.route("/v1.0", v1Routes(simulation));
  app.route("/v2", v2Routes(simulation));
  app.route("/", pageRoutes());
  app.route("/", versionRoutes(simulation));
  refuseOtherMethods(app);

  app.notFound((c) => refused(c, unknownPath(c.req.path).reason));
  app.onError((error, c) => refused(c, reasonOf(error)));
  return app;
}

function refused({ env: { exchange }, req: { path } }: Context<Wire>, reason: Reason): Response {
  const code = codeOf(reason, path);
  if (code !== undefined) exchange.code = code;
  return errorAnswer(reason, exchange.requestId, path);
}

function reasonOf(error: Error): Reason {
  if (error instanceof Refusal) return error.reason;
  if (error instanceof Mistake) return { from: "control", status: error.status, message: error.message };
  // A put-off effect is answered by the fault that put it off; this answer is not seen.
  if (!(error instanceof PutOff)) console.error("dcs-simulator has a fault of its own:", error);
  return dcsRefusal("internal").reason;
}

function refuseOtherMethods(app: Hono<Wire>): void {
  const paths = new Set(app.routes.filter(({ method }) => method !== "ALL").map(({ path }) => path));
  for (const path of paths) {
    app.all(path, (c) => {
      throw wrongMethod(c.req.path);
    });
  }
}
