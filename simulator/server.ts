import { createServer, type RequestListener, type Server } from "node:http";
import { close, HOST, listen } from "./listening";
import type { SimulatorOptions } from "./settings";
import { createSimulator, type Simulator } from "./simulator";

/** A simulator that listens. */
export interface RunningSimulator extends Simulator {
  /** The address of DCS, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** The address of IAM: the same with `/v3`. */
  readonly iam: string;
  /** Stops listening and drops every open connection. Safe to call twice. */
  close(): Promise<void>;
}

export interface StartOptions extends SimulatorOptions {
  readonly port?: number;
}

/** Starts a simulator on 127.0.0.1, on a free port unless one is given. Rejects when the port is taken. */
export async function startSimulator(options: StartOptions = {}): Promise<RunningSimulator> {
  return running(options, "http", createServer);
}

/** A simulator behind a server of the caller's kind, once that listens. */
export async function running(
  { port: wanted = 0, ...options }: StartOptions,
  scheme: "http" | "https",
  serverFor: (listener: RequestListener) => Server,
): Promise<RunningSimulator> {
  const simulator = createSimulator(options);
  const { server, port } = await listen(simulator, serverFor, wanted);
  const url = `${scheme}://${HOST}:${port}`;
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
