import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/** A forward proxy on a port of its own, which keeps a list of what goes through it. */
export interface Proxy {
  /** Without credentials, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** `CONNECT host:port` for each tunnel, `METHOD url` for each plain request. */
  readonly passed: readonly string[];
  /** The same for what it was asked without the right credentials. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

interface ProxyOptions {
  /** Demanded of clients as `Proxy-Authorization: Basic`, when given. */
  readonly credentials?: { readonly user: string; readonly password: string };
}

/** Starts a proxy that tunnels CONNECT and forwards plain http. */
export async function startProxy({ credentials }: ProxyOptions = {}): Promise<Proxy> {
  const passed: string[] = [];
  const refused: string[] = [];
  const sockets = new Set<Duplex>();
  const mayPass = ({ method = "", url = "", headers }: IncomingMessage): boolean => {
    const isKnown = credentials === undefined || headers["proxy-authorization"] === basic(credentials);
    (isKnown ? passed : refused).push(`${method} ${url}`);
    return isKnown;
  };
  const server = createServer((incoming, outgoing) => {
    if (mayPass(incoming)) forward(incoming, outgoing);
    else outgoing.writeHead(407, { "proxy-authenticate": "Basic" }).end();
  });
  server.on("connect", (incoming: IncomingMessage, client: Duplex, head: Buffer) => {
    sockets.add(client);
    if (mayPass(incoming)) sockets.add(tunnel(incoming.url ?? "", client, head));
    else client.end("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy listens on no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    passed,
    refused,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function basic({ user, password }: { user: string; password: string }): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

function tunnel(target: string, client: Duplex, head: Buffer): Socket {
  const { hostname, port } = new URL(`http://${target}`);
  const upstream = connect(Number(port || 80), hostname, () => {
    client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    upstream.write(head);
    upstream.pipe(client).pipe(upstream);
  });
  upstream.on("error", () => client.destroy());
  client.on("error", () => upstream.destroy());
  return upstream;
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url = "", headers } = incoming;
  const upstream = httpRequest(url, { method, headers: withoutProxyHeaders(headers) }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  upstream.on("error", () => outgoing.destroy());
  incoming.pipe(upstream);
}

function withoutProxyHeaders(headers: IncomingMessage["headers"]): IncomingMessage["headers"] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith("proxy-")));
}
