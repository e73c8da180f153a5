import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { HttpProxyAgent, HttpsProxyAgent } from "hpagent";
import type { Transport } from "./exchange";

interface Agents {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

/**
 * Gives the agents for a proxy, or for none; each pair keeps its connections.
 *
 * @param connectTimeout How long a proxy may take to make the connection, in milliseconds.
 */
export function agentsOf(transport: Transport, connectTimeout: number): (proxy: string | undefined) => Agents {
  const made = new Map<string | undefined, Agents>();
  const { ca, client, insecure } = transport;
  const trust = ca === undefined ? {} : { ca: [ca] };
  const options = { keepAlive: true, ...trust, ...client, ...(insecure ? { rejectUnauthorized: false } : {}) };
  return (proxy) => {
    const known = made.get(proxy);
    if (known) return known;
    // The proxy is not told who we are, but is trusted by the same CA.
    const through = { ...options, timeout: connectTimeout, proxyRequestOptions: trust };
    const agents =
      proxy === undefined
        ? { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent(options) }
        : { http: new HttpProxyAgent({ ...through, proxy }), https: new HttpsProxyAgent({ ...through, proxy }) };
    made.set(proxy, agents);
    return agents;
  };
}

/** What a proxy's refusal to connect means; nothing for any other failure. */
export function refusalOfProxy(message: string): string | undefined {
  if (message === "Proxy timeout") return "the proxy makes no connection in time";
  const status = /^Bad response: (\d+)$/.exec(message)?.[1];
  if (status === undefined) return undefined;
  return status === "407"
    ? "the proxy wants a user and password of its own (HTTP 407); put them into its URL"
    : `the proxy refuses to connect (HTTP ${status})`;
}
