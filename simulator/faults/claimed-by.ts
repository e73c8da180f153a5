import type { Simulation } from "../simulation";

/** Who a request says to come from, not proved yet, in the journal's words; nobody is an empty text. */
export function claimedBy({ headers }: Request, { world, tokens }: Simulation): string {
  const authorization = headers.get("authorization");
  if (authorization !== null) {
    const user = world.users.find(({ accessKey }) => authorization.includes(`Access=${accessKey},`));
    return user === undefined ? "" : `${user.name} (signature)`;
  }
  const user = tokens.userOf(headers.get("x-auth-token"));
  return user === undefined ? "" : `${user.name} (token)`;
}
