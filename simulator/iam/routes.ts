import { Hono, type Context } from "hono";
import { iamRefusal } from "../answers/refusal";
import { SECOND } from "../clock";
import { takeEffect } from "../effect";
import { signedRequest, type Wire } from "../request";
import type { Simulation } from "../simulation";
import type { Caller } from "../world/people";
import { issueKeys } from "./issue-keys";
import { issueToken } from "./issue-token";
import { senderOf } from "./sender";
import { readTokenRequest } from "./token-request";
import { catalogBody, credentialBody, domainsBody, projectsBody, tokenBody, type Surroundings } from "./wire";

/** IAM below `/v3`: tokens, and which domain and projects are whose. */
export function iamRoutes(simulation: Simulation): Hono<Wire> {
  const iam = new Hono<Wire>();

  iam.post("/auth/tokens", async (c) => {
    const sender = senderOf(await signedRequest(c), simulation);
    const { claim, scope } = readTokenRequest(await c.req.text());
    const token = takeEffect(c, simulation, (now) => {
      return { changed: true, result: issueToken(simulation, claim, scope, sender, now) };
    });
    const by = claim.by === "password" ? "password" : "token";
    c.env.exchange.caller = { user: token.user, by, project: token.project };
    c.header("x-subject-token", token.text);
    return c.json(tokenBody(token, { catalog: !c.req.query("nocatalog") }, surroundingsOf(c, simulation)), 201);
  });

  // Also for HEAD, without its body ("Verifying a Token"). Security administrators are not simulated: who asks must own the token.
  iam.get("/auth/tokens", async (c) => {
    const { user } = await callerOf(c, simulation);
    const token = simulation.tokens.find(c.req.header("x-subject-token"), simulation.clock.now());
    if (typeof token === "string") throw iamRefusal(404, "Could not find token.");
    if (token.user.id !== user.id) throw iamRefusal(403, "You are not authorized to perform the requested action.");
    c.header("x-subject-token", token.text);
    return c.json(tokenBody(token, { catalog: !c.req.query("nocatalog") }, surroundingsOf(c, simulation)));
  });

  iam.get("/projects", async (c) => {
    const { user } = await callerOf(c, simulation);
    const { name, domain_id: domain, parent_id: parent } = c.req.query();
    const found = user.projects.filter(
      (project) =>
        (name === undefined || project.name === name) &&
        (domain === undefined || project.domain.id === domain) &&
        (parent === undefined || project.domain.id === parent),
    );
    return c.json(projectsBody(found, c.req.url));
  });

  iam.get("/auth/projects", async (c) =>
    c.json(projectsBody((await callerOf(c, simulation)).user.projects, c.req.url)),
  );

  iam.get("/auth/domains", async (c) => c.json(domainsBody((await callerOf(c, simulation)).user.domain, c.req.url)));

  // Refused to an agency's keys (gophertelekomcloud #954).
  iam.get("/auth/catalog", async (c) => {
    const { user, project, by } = await callerOf(c, simulation);
    const isForbidden = user.assumedBy !== null && by === "signature";
    if (isForbidden) throw iamRefusal(403, "You are not authorized to perform the requested action.");
    return c.json(catalogBody(project ?? user.projects[0], c.req.url, surroundingsOf(c, simulation)));
  });

  return iam;
}

/** The one path that IAM has below `/v3.0`: temporary access keys. */
export function credentialRoutes(simulation: Simulation): Hono<Wire> {
  const credentials = new Hono<Wire>();
  credentials.post("/OS-CREDENTIAL/securitytokens", async (c) => {
    const sender = senderOf(await signedRequest(c), simulation);
    const { claim, scope } = readTokenRequest(await c.req.text());
    const key = takeEffect(c, simulation, (now) => {
      return { changed: true, result: issueKeys(simulation, claim, scope, sender, now) };
    });
    c.env.exchange.caller = { user: key.actor, by: "token", project: key.project };
    return c.json(credentialBody(key, surroundingsOf(c, simulation).skew), 201);
  });
  return credentials;
}

async function callerOf(c: Context<Wire>, simulation: Simulation): Promise<Caller> {
  const caller = senderOf(await signedRequest(c), simulation).caller();
  c.env.exchange.caller = caller;
  return caller;
}

function surroundingsOf(c: Context<Wire>, { world, settings }: Simulation): Surroundings {
  return { origin: new URL(c.req.url).origin, region: world.region, skew: settings.clockSkew * SECOND };
}
