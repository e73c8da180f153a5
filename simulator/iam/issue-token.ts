import { SECOND } from "../clock";
import type { Simulation } from "../simulation";
import type { Actor } from "../world/people";
import { assumedAgency, userWithPassword } from "./prove";
import type { Sender } from "./sender";
import { scopedProject } from "./scope";
import type { Claim, Scope } from "./token-request";
import type { Method, Token } from "./tokens";

/** Gives out a token to who proves the claim. A token that was got with another one ends when that ends. */
export function issueToken(
  simulation: Simulation,
  claim: Claim,
  scope: Scope,
  sender: Sender,
  issuedAt: number,
): Token {
  const { tokens, ids, settings } = simulation;
  const { user, methods, endsBy = Infinity } = proved(simulation, claim, sender, issuedAt);
  const token = {
    text: ids.token(),
    user,
    project: scopedProject(user, scope),
    methods,
    issuedAt,
    expiresAt: Math.min(issuedAt + settings.tokenLifetime * SECOND, endsBy),
  };
  tokens.add(token);
  return token;
}

interface Proved {
  readonly user: Actor;
  readonly methods: readonly Method[];
  readonly endsBy?: number;
}

function proved(simulation: Simulation, claim: Claim, sender: Sender, now: number): Proved {
  switch (claim.by) {
    case "password":
      return {
        user: userWithPassword(simulation, claim, now),
        methods: claim.passcode === undefined ? ["password"] : ["password", "totp"],
      };
    case "assume_role":
      return { user: assumedAgency(simulation.world, claim, sender.caller()), methods: ["assume_role"] };
    case "token": {
      const { user, expiresAt } = sender.token(claim.id);
      return { user, methods: ["token"], endsBy: expiresAt };
    }
  }
}
