import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { ConnectionCut } from "./faults/connection-cut";
import type { SimulatorOptions } from "./settings";
import { createSimulator, type Simulator } from "./simulator";

const HOST = "127.0.0.1";

/** A simulator that listens. */
export interface RunningSimulator extends Simulator {
  /** The address of DCS, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** The address of IAM: the same with `/v3`. */
  readonly iam: string;
  /** Stops listening and drops every open connection. Safe to call twice. */
  close(): Promise<void>;
}

interface StartOptions extends SimulatorOptions {
  readonly port?: number;
}

/** Starts a simulator on 127.0.0.1, on a free port unless one is given. Rejects when the port is taken. */
export async function startSimulator({ port = 0, ...options }: StartOptions = {}): Promise<RunningSimulator> {
  const simulator = createSimulator(options);
  // The listener would put its own Request and Response over Node's for the whole process; a guest does not do that.
  const listener = getRequestListener(answerOrCut(simulator), { overrideGlobalObjects: false });
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  await listen(server, port);
  const url = `http://${HOST}:${portOf(server)}`;
  return {
    ...simulator,
    // a getter is not spread as one
    get card() {
      return simulator.card;
    },
    url,
    iam: `${url}/v3`,
    close: () => {
      simulator.wakeAll();
      return close(server);
    },
  };
}

/** Where a fault leaves a request without an answer, its connection is reset. */
function answerOrCut(simulator: Simulator) {
  return async (request: Request, { incoming }: { incoming: { readonly socket: Socket } }): Promise<Response> => {
    try {
      return await simulator.fetch(request);
    } catch (error) {
      if (!(error instanceof ConnectionCut)) throw error;
      incoming.socket.resetAndDestroy();
      return RESPONSE_ALREADY_SENT;
    }
  };
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, HOST);
  try {
    await once(server, "listening");
  } catch (error) {
    if (isTaken(error)) throw new Error(`Port ${port} of ${HOST} is taken; give another, or none for a free one.`);
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "EADDRINUSE";
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The simulator listens on no port.");
  return address.port;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
