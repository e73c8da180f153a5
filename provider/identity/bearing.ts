import type { Authorizer } from "../dcs/authorizer";
import { CallFailed } from "../dcs/call";
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
  /** What a request has taught once is not asked of it again: a service whose answers contradict each other would never end it. */
  const taught = new WeakSet<HttpRequest>();
  return {
    async authorize(request) {
      const turn = await verdict.enter();
      const mine = verdict.generation;
      const borne = await borneBy(bearer, request).catch((error: unknown) => {
        turn.leave();
        throw error;
      });
      const renew = () => {
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
            turn.accept();
            return false;
          }
          if (outcome.credentials === "not told") {
            turn.leave(outcome.silence);
            return false;
          }
          // Somebody else's refusal has led to something new while this request was under way.
          if (mine !== verdict.generation) {
            turn.leave();
            return true;
          }
          if (!taught.has(request) && bearer.learn(outcome.headers, borne)) {
            taught.add(request);
            return renew();
          }
          if (!verdict.isRenewed && (bearer.renewable || verdict.isAccepted)) {
            verdict.isRenewed = true;
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
  try {
    return await bearer.bear(request);
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    // Whatever became of a request for a token, this one was not sent.
    throw new CallFailed(error.code, error.message, false, error.refusal);
  }
}
