import { readAuthorization } from "../iam/signature/authorization-header";
import type { Simulation } from "../simulation";

/** Who a request says to come from, not proved yet, in the journal's words; nobody is an empty text. */
export function claimedBy({ headers }: Request, { world, tokens, temporaryKeys }: Simulation): string {
  const authorization = headers.get("authorization");
  if (authorization !== null) {
    const accessKey = readAuthorization(authorization)?.accessKey ?? "";
    const user = world.users.find((each) => each.accessKey === accessKey) ?? temporaryKeys.find(accessKey)?.actor;
    return user === undefined ? "" : `${user.name} (signature)`;
  }
  const user = tokens.userOf(headers.get("x-auth-token"));
  return user === undefined ? "" : `${user.name} (token)`;
}
