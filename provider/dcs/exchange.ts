/** One request as it goes over the wire. */
export interface HttpRequest {
  readonly method: "GET" | "POST" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The very text that is sent, so that what was signed is what arrives; absent = no body. */
  readonly body?: string;
  /** What it bears and no message may hold, whatever the service sends back. */
  readonly secrets?: readonly string[];
  /** Set for a POST that may be sent twice without harm, as one for a token. */
  readonly idempotent?: true;
}

/** Whether a request may be sent again when it is not known what became of it. DCS's create has no client token: it may not. */
export function isIdempotent({ method, idempotent }: HttpRequest): boolean {
  return method !== "POST" || idempotent === true;
}

/** One answer, whatever its status. Header names are in lower case. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The one way out. Resolves with any answer; throws {@link NoAnswer} when there was none. */
export type Send = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpAnswer>;

/** How services are reached: whom to trust, who we are on the line, and through which proxy. */
export interface Transport {
  /** The CA certificates to trust instead of the usual ones (PEM). */
  readonly ca?: string;
  /** Our certificate and its key (PEM), for services that ask for one. */
  readonly client?: { readonly cert: string; readonly key: string };
  /** Any certificate is taken. */
  readonly insecure?: true;
  /** The proxy for a URL, if one is to be used. */
  readonly proxyFor: (url: string) => string | undefined;
}

/** No answer came. `arrived` tells whether the request may have reached the service: only "no" is safe to repeat blindly. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
  readonly arrived: "no" | "perhaps";

  constructor(reason: string, arrived: "no" | "perhaps") {
    super(reason);
    this.arrived = arrived;
  }
}
