import { Hono } from "hono";
import { iamRefusal, type Refusal } from "../answers/refusal";
import { takeEffect } from "../effect";
import { signedRequest, type Wire } from "../request";
import type { Simulation } from "../simulation";
import { identify } from "./identify";
import { issueToken } from "./issue-token";
import { readTokenRequest } from "./token-request";
import { projectsBody, tokenBody } from "./wire";

/** IAM below `/v3`: password tokens and the lookup of a project's id by its name. */
export function iamRoutes(simulation: Simulation): Hono<Wire> {
  const iam = new Hono<Wire>();

  iam.post("/auth/tokens", async (c) => {
    const { user, project } = readTokenRequest(await c.req.text());
    const token = takeEffect(c, simulation, (now) => {
      return { changed: true, result: issueToken(simulation, user, project, now) };
    });
    c.env.exchange.caller = { user: token.user, by: "password", project: token.project };
    c.header("x-subject-token", token.text);
    return c.json(tokenBody(token, simulation.world, new URL(c.req.url).origin), 201);
  });

  iam.get("/projects", async (c) => {
    const caller = identify(await signedRequest(c), simulation, refuseToken);
    c.env.exchange.caller = caller;
    const name = c.req.query("name");
    const found = caller.user.projects.filter((project) => name === undefined || project.name === name);
    return c.json(projectsBody(found, simulation.world, c.req.url));
  });

  return iam;
}

/** IAM makes no difference between a missing, an unknown and an expired token (IAM). */
function refuseToken(): Refusal {
  return iamRefusal(401, "The X-Auth-Token is invalid!");
}
