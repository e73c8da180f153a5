import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type HttpRequest, NoAnswer } from "../../provider/dcs/exchange";
import type { VirtualClock } from "../support/virtual-clock";
import type { Border } from "./host";
import type { World } from "./world";

/** The simulator's port for one stack: what comes in there is a request of that stack's host. */
export type Gate = Awaited<ReturnType<typeof openGate>>;

export async function openGate(clock: VirtualClock) {
  let owner: { readonly border: Border; readonly send: World["send"] } | undefined;
  let requests = 0;
  const server = createServer((incoming, outgoing) => {
    requests += 1;
    outgoing.once("close", () => {
      requests -= 1;
    });
    void serve(incoming, outgoing);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // of a server that listens on a port
  const url = `http://127.0.0.1:${port}`;

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await clock.busy(received(incoming, url)).catch(() => undefined);
    if (!request || !owner) return; // its sender died on the way
    const { border, send } = owner;
    await border.sending(request);
    try {
      // Held before receipt: it has left the host, whatever becomes of that.
      const { status, headers, body } = await send(request);
      await border.awaiting();
      outgoing.writeHead(status, headers).end(body);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      await border.awaiting();
      incoming.socket.resetAndDestroy();
    }
  }

  return {
    url,
    /** How many requests have not been answered yet. */
    requests: () => requests,
    /** From now on they come from this host, and go to the simulator by `send`. */
    belongsTo(border: Border, send: World["send"]) {
      owner = { border, send };
    },
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function received(incoming: IncomingMessage, url: string): Promise<HttpRequest> {
  const { method, headers } = incoming;
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer); // no encoding was asked for
  return {
    method: method as HttpRequest["method"], // our own client sends no others
    url: `${url}${incoming.url ?? ""}`,
    headers: headers as Record<string, string>, // one value each, as our client sends them
    ...(parts.length > 0 ? { body: Buffer.concat(parts).toString() } : {}),
  };
}
