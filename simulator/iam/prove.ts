import { iamRefusal } from "../answers/refusal";
import type { Simulation } from "../simulation";
import { assuming, type Actor, type Caller, type Domain, type User } from "../world/people";
import type { World } from "../world/world";
import { isPasscode } from "./passcode";
import type { Claim, Named } from "./token-request";

type Password = Extract<Claim, { by: "password" }>;
type AssumeRole = Extract<Claim, { by: "assume_role" }>;

/**
 * The user who knows this password and, where it is asked for, the passcode of the moment. A wrong passcode, and one
 * that was used before, is refused in the same words as a wrong password (terraform-provider-opentelekomcloud #1404).
 */
export function userWithPassword(simulation: Simulation, claim: Password, now: number): User {
  const { world, locks, settings, usedPasscodes } = simulation;
  const { user: named } = claim;
  const user = world.users.find((candidate) =>
    "id" in named
      ? candidate.id === named.id
      : candidate.name === named.name && isDomain(candidate.domain, named.domain),
  );
  if (user === undefined) throw wrong();
  return locks.guard(`user ${user.id}`, now, settings, () => {
    if (user.password !== named.password || !isProvedTwice(user, claim.passcode, now)) throw wrong();
    const { passcode } = claim;
    if (user.mfaSeed !== null && passcode && !usedPasscodes.use(user.id, passcode.passcode, now)) throw wrong();
    return user;
  });
}

function isProvedTwice(user: User, passcode: Password["passcode"], now: number): boolean {
  if (user.mfaSeed === null) return true;
  if (passcode === undefined) return false;
  const isOwn = "id" in passcode ? passcode.id === user.id : passcode.name === user.name;
  return isOwn && isPasscode(passcode.passcode, user.mfaSeed, now);
}

function wrong() {
  return iamRefusal(401, "The username or password is wrong.");
}

/** The agency in whose name its caller acts from now on. Only users with "Agent Operator" may; the texts are ours. */
export function assumedAgency({ agencies, users }: World, claim: AssumeRole, caller: Caller): Actor {
  const user = users.find(({ id }) => id === caller.user.id);
  if (user?.agentOperator !== true) {
    throw iamRefusal(
      403,
      "You are not authorized to perform the requested action: the policy Agent Operator is missing.",
    );
  }
  const agency = agencies.find(({ name, domain }) => name === claim.agency && isDomain(domain, claim.domain));
  if (agency === undefined) throw iamRefusal(404, `Could not find agency: ${claim.agency}.`);
  return assuming(agency, user);
}

export function isDomain(domain: Domain, named: Named): boolean {
  return "id" in named ? named.id === domain.id : named.name === domain.name;
}
