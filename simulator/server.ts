import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
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

/** Starts a simulator on 127.0.0.1, on a free port unless one is given. Rejects when the port is taken. */
export async function startSimulator(options: SimulatorOptions & { port?: number } = {}): Promise<RunningSimulator> {
  const simulator = createSimulator(options);
  // The listener would put its own Request and Response over Node's for the whole process; a guest does not do that.
  const listener = getRequestListener((request) => simulator.fetch(request), { overrideGlobalObjects: false });
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  await listen(server, options.port ?? 0);
  const url = `http://${HOST}:${portOf(server)}`;
  return {
    url,
    iam: `${url}/v3`,
    close: () => close(server),
    fetch: (request) => simulator.fetch(request),
    get card() {
      return simulator.card;
    },
    cardOf: (userName) => simulator.cardOf(userName),
    journal: () => simulator.journal(),
    world: () => simulator.world(),
    reset: () => {
      simulator.reset();
    },
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
