import got, { RequestError, TimeoutError } from "got";
import { agentsOf, refusalOfProxy } from "./agents";
import { NoAnswer, type Send, type Transport } from "./exchange";

/** Failures that happen before the first byte of a request is sent. */
const NEVER_SENT = [
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
  "EADDRNOTAVAIL",
  "ERR_INVALID_CHAR",
];

/** OpenSSL's and Node's names for a certificate that is not trusted: the handshake ends there, and nothing is sent. */
const CERTIFICATE = /CERT|SELF_SIGNED|ISSUER|UNABLE_TO_VERIFY/;

/** What OpenSSL says when the other side does not speak TLS, as an http port that is asked for https. */
const NO_TLS = /wrong version number|packet length too long|unsupported protocol|handshake failure/i;

/** Phases of got's timer that end before the request is sent. */
const EARLY_PHASES = new Set(["lookup", "connect", "secureConnect"]);

/**
 * Milliseconds per phase. OTC's gateway itself gives up on its backend after 30 s (real answer: 504 `APIGW.0201`, "timed
 * out (30000 ms)"), so an answer that takes longer than 40 s is not coming. `request` bounds all phases together: `response`
 * ends at the headers, and a body may stall for ever.
 */
const TIMEOUTS = {
  lookup: 5_000,
  connect: 10_000,
  secureConnect: 10_000,
  send: 20_000,
  response: 40_000,
  request: 90_000,
};

/** The same for each request; got need not look at it each time. */
const FOR_ALL = {
  headers: { "user-agent": undefined, accept: undefined, "accept-encoding": undefined },
  decompress: false,
  followRedirect: false,
  retry: { limit: 0 },
  throwHttpErrors: false,
  timeout: TIMEOUTS,
};

/** Sends through got, over kept-alive connections of its own. */
export function gotSend(transport: Transport = DIRECT): Send {
  const agents = agentsOf(transport, TIMEOUTS.connect);
  const client = got.extend(FOR_ALL);
  return async (request, signal) => {
    const proxy = transport.proxyFor(request.url);
    try {
      const answer = await client(request.url, {
        method: request.method,
        headers: { ...request.headers },
        ...(request.body === undefined ? {} : { body: request.body }),
        ...(signal ? { signal } : {}),
        agent: agents(proxy),
      });
      return { status: answer.statusCode, headers: flat(answer.headers), body: answer.body };
    } catch (error) {
      throw noAnswer(error, proxy, transport);
    }
  };
}

const DIRECT: Transport = { proxyFor: () => undefined };

/** Built from chosen words: got's own error holds the request's headers, credentials among them. */
function noAnswer(error: unknown, proxy: string | undefined, { client }: Transport): NoAnswer {
  if (!(error instanceof RequestError)) throw error;
  const failure = error instanceof TimeoutError ? lateness(error) : failureOf(error, client !== undefined);
  // A proxy's URL may hold a password: only its host is told.
  return proxy === undefined
    ? failure
    : new NoAnswer(`${failure.message} (through the proxy ${new URL(proxy).host})`, failure.arrived);
}

function lateness({ event }: TimeoutError): NoAnswer {
  return new NoAnswer(`no answer in time (${event})`, EARLY_PHASES.has(event) ? "no" : "perhaps");
}

function failureOf({ code, message }: RequestError, showsCertificate: boolean): NoAnswer {
  const refused = refusalOfProxy(message);
  if (refused !== undefined) return new NoAnswer(refused, "no");
  if (code.includes("ALERT") && CERTIFICATE.test(code)) {
    return new NoAnswer(
      `it does not take our client certificate, or wants one (${code}); check OS_CERT and OS_KEY`,
      "no",
    );
  }
  if (CERTIFICATE.test(code)) {
    const remedy = "name the file of the CA in OS_CACERT or dcs:caCert";
    return new NoAnswer(`its certificate is not trusted (${code}); ${remedy}`, "no");
  }
  if (NO_TLS.test(message)) return new NoAnswer(`it does not speak TLS (${code}); is it http instead of https?`, "no");
  if (code === "ECONNRESET" && showsCertificate) {
    return new NoAnswer("the connection was cut; it may not take our client certificate", "perhaps");
  }
  return new NoAnswer(REASONS[code] ?? code, NEVER_SENT.includes(code) ? "no" : "perhaps");
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: "the host name is unknown",
  EAI_AGAIN: "the host name cannot be looked up right now",
  ECONNREFUSED: "nothing listens there (connection refused)",
  ECONNRESET: "the connection was cut",
  ERR_INVALID_CHAR:
    "the access key or the token holds a character that no header may hold, such as a line end; copy it again",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
};

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flattened: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flattened[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return flattened;
}
