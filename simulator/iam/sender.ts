import { iamRefusal, type Refusal } from "../answers/refusal";
import type { Simulation } from "../simulation";
import type { Caller } from "../world/people";
import { identify } from "./identify";
import type { SignedRequest } from "./signature/canonical-request";
import type { Token } from "./tokens";

/** Who sends a request to IAM, found out when it is asked for: a request with a password needs no other proof. */
export interface Sender {
  /** By signature or token. */
  caller(): Caller;
  /** By the token of the X-Auth-Token header, which takes precedence, or by the one of the body (IAM). */
  token(inBody: string | undefined): Token;
}

export function senderOf(request: SignedRequest, simulation: Simulation): Sender {
  return {
    caller: () => {
      const caller = identify(request, simulation, refuseToken);
      // X-Domain-Id goes with signed requests to services of the whole domain, such as IAM (CORE).
      const domain = request.headers.get("x-domain-id");
      if (domain !== undefined && domain !== caller.user.domain.id) {
        throw iamRefusal(403, "You are not authorized to perform the requested action in this domain.");
      }
      return caller;
    },
    token: (inBody) => {
      const token = simulation.tokens.find(request.headers.get("x-auth-token") ?? inBody, simulation.clock.now());
      if (typeof token === "string") throw refuseToken();
      return token;
    },
  };
}

/** IAM makes no difference between a missing, an unknown and an expired token (IAM). */
function refuseToken(): Refusal {
  return iamRefusal(401, "The X-Auth-Token is invalid!");
}
