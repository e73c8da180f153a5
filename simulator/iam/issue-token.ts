import { iamRefusal } from "../answers/refusal";
import { SECOND } from "../clock";
import type { Simulation } from "../simulation";
import type { Project, User } from "../world/people";
import type { World } from "../world/world";
import type { Named, ProjectScope, UserClaim } from "./token-request";
import type { Token } from "./tokens";

/** Gives out a token to who knows the password. A project that is not the user's is refused like a wrong password. */
export function issueToken(
  { world, tokens, ids, settings }: Simulation,
  claim: UserClaim,
  scope: ProjectScope | undefined,
  issuedAt: number,
): Token {
  const user = userWithPassword(world, claim);
  const token = {
    text: ids.token(),
    user,
    project: scope === undefined ? null : projectOf(user, world, scope),
    issuedAt,
    expiresAt: issuedAt + settings.tokenLifetime * SECOND,
  };
  tokens.add(token);
  return token;
}

function userWithPassword(world: World, claim: UserClaim): User {
  const user = world.users.find((candidate) =>
    "id" in claim ? candidate.id === claim.id : candidate.name === claim.name && isDomain(world, claim.domain),
  );
  if (user?.password !== claim.password) throw iamRefusal(401, "The username or password is wrong.");
  return user;
}

function projectOf(user: User, world: World, scope: ProjectScope): Project {
  const project = user.projects.find((candidate) =>
    "id" in scope
      ? candidate.id === scope.id
      : candidate.name === scope.name && (scope.domain === undefined || isDomain(world, scope.domain)),
  );
  if (project === undefined) throw iamRefusal(401, "The user has no access to the project.");
  return project;
}

function isDomain({ domain }: World, named: Named): boolean {
  return "id" in named ? named.id === domain.id : named.name === domain.name;
}
