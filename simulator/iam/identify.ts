import type { Refusal } from "../answers/refusal";
import { identityWrong, projectUnavailable } from "../answers/gateway-codes";
import type { Simulation } from "../simulation";
import type { Caller } from "../world/people";
import { keyFor, type Key } from "./keys";
import { isSignature, readAuthorization } from "./signature/authorization-header";
import type { SignedRequest } from "./signature/canonical-request";
import { requireSignature } from "./signature/verify";
import type { TokenFault } from "./tokens";

/** Who sent this request: by its signature when it has one, else by its token. Throws a refusal when nobody we know. */
export function identify(
  request: SignedRequest,
  simulation: Simulation,
  refuseToken: (fault: TokenFault) => Refusal,
): Caller {
  const header = request.headers.get("authorization");
  if (isSignature(header)) {
    const key = provedKey(request, header, simulation);
    return { user: key.actor, by: "signature", project: projectOf(key, request.headers.get("x-project-id")) };
  }
  const token = simulation.tokens.find(request.headers.get("x-auth-token"), simulation.clock.now());
  if (typeof token === "string") throw refuseToken(token);
  return { user: token.user, by: "token", project: token.project };
}

function provedKey(request: SignedRequest, header: string, simulation: Simulation): Key {
  const { world, settings, clock, locks, temporaryKeys } = simulation;
  const authorization = readAuthorization(header);
  if (authorization === undefined) throw identityWrong("the Authorization header is malformed");
  const { accessKey } = authorization;
  return locks.guard(`key ${accessKey}`, clock.now(), settings, () => {
    const securityToken = request.headers.get("x-security-token");
    const key = keyFor(accessKey, securityToken, world, temporaryKeys, clock.now());
    const { signatureEcho: echo } = settings;
    requireSignature(request, authorization, key.secretKey, { now: simulation.signersTime(), echo });
    return key;
  });
}

/** X-Project-Id says which project is meant; a request without it means the user's main project (SIGN). */
function projectOf({ actor, project: only }: Key, id: string | undefined): Caller["project"] {
  const projects = only === null ? actor.projects : [only];
  const project = id === undefined ? projects[0] : projects.find((candidate) => candidate.id === id);
  if (project === undefined) throw projectUnavailable();
  return project;
}
