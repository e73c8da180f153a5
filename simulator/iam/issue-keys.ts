import { iamRefusal } from "../answers/refusal";
import { SECOND } from "../clock";
import type { Simulation } from "../simulation";
import type { Actor, Project } from "../world/people";
import { assumedAgency } from "./prove";
import { scopedProject } from "./scope";
import type { Sender } from "./sender";
import type { TemporaryKey } from "./temporary-keys";
import type { Claim, Scope } from "./token-request";

/** 15 minutes by default, which is also the least; 24 hours at most (IAM, "Obtaining a Temporary AK/SK"). */
const SHORTEST = 900;
const LONGEST = 86_400;

/** Gives out temporary keys for a token, or in an agency's name. */
export function issueKeys(
  simulation: Simulation,
  claim: Claim,
  scope: Scope,
  sender: Sender,
  now: number,
): TemporaryKey {
  const { duration = SHORTEST } = claim.by === "password" ? {} : claim;
  if (duration < SHORTEST || duration > LONGEST) {
    throw iamRefusal(400, `The request body is invalid at auth.identity.${claim.by}.duration_seconds.`);
  }
  switch (claim.by) {
    case "password":
      throw iamRefusal(400, "The request body is invalid at auth.identity.methods.");
    case "token":
      return addKeys(simulation, sender.token(claim.id).user, null, now + duration * SECOND);
    case "assume_role": {
      const agency = assumedAgency(simulation.world, claim, sender.caller());
      return addKeys(simulation, agency, scopedProject(agency, scope), now + duration * SECOND);
    }
  }
}

/** Makes temporary keys that open this project, or all of their owner's. */
export function addKeys(
  { ids, temporaryKeys }: Pick<Simulation, "ids" | "temporaryKeys">,
  actor: Actor,
  project: Project | null,
  expiresAt: number,
): TemporaryKey {
  const key = {
    accessKey: ids.hex().slice(0, 20).toUpperCase(),
    secretKey: ids.token().slice(3, 43),
    securityToken: `gQpl${ids.token()}`,
    actor,
    project,
    expiresAt,
  };
  temporaryKeys.add(key);
  return key;
}
