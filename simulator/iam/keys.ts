import { identityWrong } from "../answers/gateway-codes";
import type { Actor, Project } from "../world/people";
import type { World } from "../world/world";
import type { TemporaryKeys } from "./temporary-keys";

/** An access key, whoever has it. */
export interface Key {
  readonly secretKey: string;
  readonly actor: Actor;
  /** The one project it opens; null for all of its owner's. */
  readonly project: Project | null;
}

/**
 * The key of that name. A temporary one is known together with its security token only; a permanent one has none. Throws
 * the gateway's refusal; the text on a missing or other token is the one on an unknown key, the one on an old token ours.
 */
export function keyFor(
  accessKey: string,
  securityToken: string | undefined,
  { users }: World,
  temporary: TemporaryKeys,
  now: number,
): Key {
  const user = users.find((each) => each.accessKey === accessKey);
  if (user !== undefined && securityToken === undefined) {
    return { secretKey: user.secretKey, actor: user, project: null };
  }
  const key = temporary.find(accessKey);
  if (key === undefined || key.securityToken !== securityToken) throw identityWrong(`ak ${accessKey} not exist`);
  if (now >= key.expiresAt) throw identityWrong(`the security token of ak ${accessKey} has expired`);
  return key;
}
