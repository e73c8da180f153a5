import { errorAnswer } from "../answers/error-answer";
import { identityWrong } from "../answers/gateway-codes";
import { partyOf } from "../answers/party";
import { iamRefusal } from "../answers/refusal";
import type { Exchange } from "../exchange";
import type { Simulation } from "../simulation";

/** 401. A token in use is expired from now on, so that the service itself refuses it; other requests are refused here. */
export async function unauthorized(
  request: Request,
  { requestId }: Exchange,
  served: () => Promise<Response>,
  { tokens, clock }: Simulation,
): Promise<Response> {
  if (tokens.expire(request.headers.get("x-auth-token"), clock.now())) return served();
  const { pathname } = new URL(request.url);
  const { reason } =
    partyOf(pathname) === "iam"
      ? iamRefusal(401, "The username or password is wrong.")
      : identityWrong("verify aksk signature fail");
  return errorAnswer(reason, requestId, pathname);
}
