import type { Context, MiddlewareHandler } from "hono";
import { identityWrong, notAuthorized, tokenMustBeRenewed } from "../answers/gateway-codes";
import { dcsRefusal, type Refusal } from "../answers/refusal";
import { identify } from "../iam/identify";
import type { TokenFault } from "../iam/tokens";
import type { Settings } from "../options";
import { signedRequest, type Wire } from "../request";
import type { Simulation } from "../simulation";
import type { Instance } from "../world/instance";
import { UUID } from "../world/id-formats";
import { mayDo, type Action } from "../world/roles";

type Step = MiddlewareHandler<Wire>;

/** The steps before every operation of a project, in the order assumed here, since none is documented: who, whose project, what may be done. */
export function projectGate(simulation: Simulation, action: Action): [Step, Step, Step] {
  return [authenticate(simulation), requireOwnProject, requirePermission(simulation, action)];
}

/** The same for an operation on one instance: also the form of the identifiers, and whether the instance exists. */
export function instanceGate(simulation: Simulation, action: Action): [Step, Step, Step, Step, Step] {
  return [...projectGate(simulation, action), requireWellFormedIds, findInstance(simulation)];
}

function authenticate(simulation: Simulation): Step {
  return async (c, next) => {
    const refuse = simulation.settings.tokenRefusals === "gateway" ? gatewayRefusesToken : serviceRefusesToken;
    c.env.exchange.caller = identify(await signedRequest(c), simulation, refuse);
    await next();
  };
}

const requireOwnProject: Step = async (c, next) => {
  if (c.env.exchange.caller?.project?.id !== c.req.param("projectId")) throw dcsRefusal("tokenOfOtherProject");
  await next();
};

function requirePermission(simulation: Simulation, action: Action): Step {
  return async (c, next) => {
    const { caller } = c.env.exchange;
    if (caller === undefined || !mayDo(caller.user.role, action)) throw forbidden(simulation.settings, action);
    await next();
  };
}

function forbidden({ permissionRefusals }: Settings, action: Action): Refusal {
  switch (permissionRefusals) {
    case "service":
      return dcsRefusal("roleLacksPermission");
    case "policy":
      return dcsRefusal("policyForbids", action);
    case "gateway":
      return notAuthorized();
  }
}

/** A malformed backup id has no code of its own; the nearest is the one for any invalid parameter (A-err). */
const requireWellFormedIds: Step = async (c, next) => {
  if (!UUID.test(parameter(c, "instanceId") ?? "")) throw dcsRefusal("instanceIdMalformed");
  const backupId = parameter(c, "backupId");
  if (backupId !== undefined && !UUID.test(backupId)) throw dcsRefusal("parameterInvalid", "backup_id");
  await next();
};

function findInstance(simulation: Simulation): Step {
  return async (c, next) => {
    const instance = simulation.world.instances.find(
      ({ id, projectId }) => id === parameter(c, "instanceId") && projectId === parameter(c, "projectId"),
    );
    if (instance === undefined) throw dcsRefusal("instanceUnknown");
    c.set("instance", instance);
    await next();
  };
}

/** The instance that the gate found, at the moment of the effect: it may be gone by then. */
export function presentInstance(c: Context<Wire>, { world }: Simulation): Instance {
  const instance = c.get("instance");
  if (!world.instances.includes(instance)) throw dcsRefusal("instanceUnknown");
  return instance;
}

function parameter(c: Context<Wire>, name: string): string | undefined {
  return c.req.param(name);
}

/** Texts by the gateway's own list of common errors (GW, apig-faq-0003). */
function gatewayRefusesToken(fault: TokenFault): Refusal {
  switch (fault) {
    case "missing":
      return identityWrong("x-auth-token not found");
    case "unknown":
      return identityWrong("decrypt token fail");
    case "expired":
      return tokenMustBeRenewed();
  }
}

function serviceRefusesToken(fault: TokenFault): Refusal {
  switch (fault) {
    case "missing":
      return dcsRefusal("tokenMissing");
    case "unknown":
      return dcsRefusal("tokenInvalid");
    case "expired":
      return dcsRefusal("tokenExpired");
  }
}
