import type { Authorizer } from "../dcs/authorizer";
import type { HttpRequest } from "../dcs/exchange";
import type { Bearer } from "./bearers";
import type { Verdict } from "./verdict";

/**
 * Puts credentials on requests, the first of which is a trial.
 *
 * After a refusal another attempt is made where it will be different: a new token instead of one that was refused, the
 * service's time instead of this machine's; and once where what was accepted before is refused now.
 */
export function bearing(bearer: Bearer, verdict: Verdict, identity: string): Authorizer {
  let generation = 0;
  let renewed = false;
  return {
    async authorize(request) {
      const turn = await verdict.enter();
      const mine = generation;
      const borne = await borneBy(bearer, request).catch((error: unknown) => {
        turn.leave();
        throw error;
      });
      const renew = () => {
        generation += 1;
        bearer.renew();
        turn.reopen();
        return true;
      };
      const { remark } = bearer;
      const told = remark === undefined ? identity : `${identity} (${remark})`;
      return {
        request: borne,
        identity: told,
        ...(remark === undefined ? {} : { notice: remark }),
        judge(outcome) {
          if (outcome.credentials === "accepted") {
            renewed = false;
            turn.accept();
            return false;
          }
          if (outcome.credentials === "not told") {
            turn.leave(outcome.silence);
            return false;
          }
          // Somebody else's refusal has led to something new while this request was under way.
          if (mine !== generation) {
            turn.leave();
            return true;
          }
          if (bearer.learn(outcome.headers, borne)) return renew();
          if (!renewed && (bearer.renewable || verdict.isAccepted)) {
            renewed = true;
            return renew();
          }
          turn.refuse(outcome.refusal, told);
          return false;
        },
      };
    },
  };
}

/** A failure is a rejection, whatever the bearer does: whoever waits for the turn must be told. */
async function borneBy(bearer: Bearer, request: HttpRequest): Promise<HttpRequest> {
  return bearer.bear(request);
}
