import type { Clock } from "../clock";
import type { Authorizer } from "../dcs/call";
import type { HttpRequest } from "../dcs/exchange";
import { type AccessKeys, authorization, sdkDate } from "./signer";
import type { Token } from "./token";

/** Signs each request with access keys, the project included, so that keys of another project are refused. */
export function keyAuthorizer(keys: AccessKeys, projectId: string, from: string, clock: Clock): Authorizer {
  return {
    description: `the access key of ${from}, for project ${projectId}`,
    renew: () => false,
    authorize(request) {
      const url = new URL(request.url);
      const date = sdkDate(clock.now());
      const headers = { ...request.headers, host: url.host, "x-project-id": projectId, "x-sdk-date": date };
      const parts = { method: request.method, url, headers, body: request.body ?? "" };
      return Promise.resolve({ ...request, headers: { ...headers, authorization: authorization(keys, parts, date) } });
    },
  };
}

/** A token is renewed this long before it ends, or a tenth of its life, if that is less. Milliseconds. */
const EARLY = 5 * 60_000;

/**
 * Puts a token on each request: one request for it however many callers wait, a new one shortly before it ends, and one
 * more when the service refuses it.
 */
export function tokenAuthorizer(
  fetchToken: () => Promise<Token>,
  description: string,
  clock: Clock,
): Authorizer & { readonly current: () => Promise<Token> } {
  let pending: Promise<Token> | undefined;
  let issued: Token | undefined;
  let renewAt = 0;

  async function current(): Promise<Token> {
    if (issued && clock.now() < renewAt) return issued;
    pending ??= fetchToken().finally(() => (pending = undefined));
    issued = await pending;
    renewAt = issued.expiresAt - Math.min(EARLY, (issued.expiresAt - clock.now()) / 10);
    return issued;
  }

  return {
    description,
    current,
    renew(refused) {
      // Callers that were refused with the same token share one renewal.
      if (refused.headers["x-auth-token"] === issued?.value) issued = undefined;
      return true;
    },
    async authorize(request: HttpRequest) {
      const token = await current();
      return { ...request, headers: { ...request.headers, "x-auth-token": token.value } };
    },
  };
}

/** For requests that carry their credentials in the body. */
export function noAuthorizer(description: string): Authorizer {
  return { description, renew: () => false, authorize: (request) => Promise.resolve(request) };
}
