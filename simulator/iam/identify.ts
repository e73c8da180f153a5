import type { Refusal } from "../answers/refusal";
import { projectUnavailable } from "../answers/gateway-codes";
import type { Simulation } from "../simulation";
import type { Caller } from "../world/people";
import { isSignature } from "./signature/authorization-header";
import type { SignedRequest } from "./signature/canonical-request";
import { verifySignature } from "./signature/verify";
import type { TokenFault } from "./tokens";

/** Who sent this request: by its signature when it has one, else by its token. Throws a refusal when nobody we know. */
export function identify(
  request: SignedRequest,
  { world, tokens, clock }: Simulation,
  refuseToken: (fault: TokenFault) => Refusal,
): Caller {
  if (isSignature(request.headers.get("authorization"))) {
    const user = verifySignature(request, world.users, clock.unadvanced());
    return { user, by: "signature", project: projectOf(user, request.headers.get("x-project-id")) };
  }
  const token = tokens.find(request.headers.get("x-auth-token"), clock.now());
  if (typeof token === "string") throw refuseToken(token);
  return { user: token.user, by: "token", project: token.project };
}

/** X-Project-Id says which project is meant; a request without it means the user's main project (SIGN). */
function projectOf({ projects }: Caller["user"], id: string | undefined): Caller["project"] {
  const project = id === undefined ? projects[0] : projects.find((candidate) => candidate.id === id);
  if (project === undefined) throw projectUnavailable();
  return project;
}
