import { once } from "node:events";
import type { RequestListener, Server } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { ConnectionCut } from "./faults/connection-cut";
import type { Simulator } from "./simulator";

export const HOST = "127.0.0.1";

/**
 * A server that answers by the simulator, on this machine only. Where a fault leaves a request without an answer, its
 * connection is reset. Resolves to the server and its port; rejects with a sentence when the port is taken.
 */
export async function listen(
  simulator: Pick<Simulator, "fetch">,
  serverFor: (listener: RequestListener) => Server,
  port: number,
): Promise<{ server: Server; port: number }> {
  const connections = new Connections();
  const answerOrCut = async (request: Request, { incoming }: { incoming: { readonly socket: Socket } }) => {
    try {
      return await simulator.fetch(request);
    } catch (error) {
      if (!(error instanceof ConnectionCut)) throw error;
      connections.reset(incoming.socket);
      return RESPONSE_ALREADY_SENT;
    }
  };
  // The listener would put its own Request and Response over Node's for the whole process; a guest does not do that.
  const listener = getRequestListener(answerOrCut, { overrideGlobalObjects: false });
  const server = serverFor((incoming, outgoing) => void listener(incoming, outgoing));
  connections.watch(server);
  server.listen(port, HOST);
  try {
    await once(server, "listening");
  } catch (error) {
    if (isTaken(error)) throw new Error(`Port ${port} of ${HOST} is taken; give another, or none for a free one.`);
    throw error;
  }
  return { server, port: portOf(server) };
}

/** Stops listening and drops every open connection. Safe to call twice. */
export async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

/** The open connections by their client's port: below TLS lies a socket of its own, and only that can be reset. */
class Connections {
  readonly #byPort = new Map<number | undefined, Socket>();

  watch(server: Server): void {
    server.on("connection", (socket: Socket) => {
      const { remotePort } = socket;
      this.#byPort.set(remotePort, socket);
      socket.once("close", () => this.#byPort.delete(remotePort));
    });
  }

  reset({ remotePort }: Socket): void {
    this.#byPort.get(remotePort)?.resetAndDestroy();
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The simulator listens on no port.");
  return address.port;
}

function isTaken(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "EADDRINUSE";
}
