import type { HttpAnswer, HttpRequest } from "../dcs/exchange";
import { type AccessKeys, authorization, sdkDate, timeOf } from "./signer";
import type { ServiceTime } from "./skew";
import type { Token } from "./token";

/** How one kind of credentials gets onto a request. */
export interface Bearer {
  bear(request: HttpRequest): Promise<HttpRequest>;
  /** After a refusal: whether its headers tell what was wrong with the request, so that another attempt is different. */
  learn(headers: HttpAnswer["headers"], refused: HttpRequest): boolean;
  /** Whether another attempt can bear something new, even if the first was refused at once. */
  readonly renewable: boolean;
  renew(): void;
  /** What the user should know of it. */
  readonly remark?: string | undefined;
}

const STEADY = { learn: () => false, renewable: false, renew: () => undefined } as const;

/** Signs each request, the project included, so that keys of another project are refused. IAM itself is asked without one. */
export function keyBearer(keys: AccessKeys, projectId: string | undefined, time: ServiceTime): Bearer {
  const { securityToken } = keys;
  return {
    ...STEADY,
    learn: (headers, refused) => time.learn(headers, timeOf(refused.headers["x-sdk-date"] ?? "")),
    get remark() {
      return time.remark;
    },
    bear(request) {
      const url = new URL(request.url);
      const date = sdkDate(time.now());
      const headers = {
        ...request.headers,
        host: url.host,
        ...(projectId === undefined ? {} : { "x-project-id": projectId }),
        ...(securityToken === undefined ? {} : { "x-security-token": securityToken }),
        "x-sdk-date": date,
      };
      const parts = { method: request.method, url, headers, body: request.body ?? "" };
      const signed = { ...headers, authorization: authorization(keys, parts, date) };
      // The access key is no secret, but users often keep it as one.
      const secrets = [keys.accessKey, ...(securityToken === undefined ? [] : [securityToken])];
      return Promise.resolve({ ...bearingSecret(request, secrets), headers: signed });
    },
  };
}

/** Bears a token that was given, and that nothing can renew. */
export function givenTokenBearer(token: string): Bearer {
  return { ...STEADY, bear: (request) => Promise.resolve(withToken(request, token)) };
}

/** Bears a token that IAM gives. */
export function tokenBearer({ current, drop, renewable }: TokenSource): Bearer {
  return {
    ...STEADY,
    renewable,
    renew: drop,
    bear: async (request) => withToken(request, (await current()).value),
  };
}

/** For requests that carry their credentials in the body. */
export const bodyBearer: Bearer = { ...STEADY, bear: (request) => Promise.resolve(request) };

/** Gives the token that is good now. */
export interface TokenSource {
  readonly current: () => Promise<Token>;
  /** Forgets the token, since it was refused. */
  readonly drop: () => void;
  readonly renewable: boolean;
}

function withToken(request: HttpRequest, token: string): HttpRequest {
  return { ...bearingSecret(request, [token]), headers: { ...request.headers, "x-auth-token": token } };
}

function bearingSecret(request: HttpRequest, secrets: readonly string[]): HttpRequest {
  return { ...request, secrets: [...(request.secrets ?? []), ...secrets] };
}
