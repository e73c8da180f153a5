import * as channels from "node:diagnostics_channel";

const CANCEL = "/pulumirpc.ResourceProvider/Cancel";

/** Keeps count of the calls in flight, and knows whether Pulumi was asked to stop, or is not there any more. */
export interface Interruption {
  /** Runs a call under the signal that a stop aborts. */
  during<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** The engine asked to cancel. With calls in flight it means Ctrl-C; idle, it is the end of a normal run. */
  cancel(): void;
  /** Waits end, and calls that arrive later are refused. Gives whether any call is in flight. */
  stop(): boolean;
  /**
   * Nobody takes results any more: waits end, and what a create has made has to be discarded within `limit` milliseconds.
   * Resolves when no call is in flight.
   */
  abandon(limit: number): Promise<void>;
  /** The limit of {@link abandon}; nothing while somebody takes results. */
  readonly limit: number | undefined;
}

export function interruption(): Interruption {
  const stop = new AbortController();
  const idle: (() => void)[] = [];
  let inFlight = 0;
  let limit: number | undefined;
  return {
    async during(call) {
      inFlight += 1;
      try {
        return await call(stop.signal);
      } finally {
        inFlight -= 1;
        if (inFlight === 0) for (const resolve of idle.splice(0)) resolve();
      }
    },
    cancel() {
      if (inFlight > 0) stop.abort();
    },
    stop() {
      stop.abort();
      return inFlight > 0;
    },
    async abandon(within) {
      limit = within;
      stop.abort();
      if (inFlight > 0) await new Promise<void>((resolve) => idle.push(resolve));
    },
    get limit() {
      return limit;
    },
  };
}

/**
 * Listens for the engine's `Cancel`.
 *
 * The dynamic host answers that call itself and tells nobody, but Node's HTTP/2 server announces each stream that it opens.
 * Where a Node has no such announcement, Ctrl-C simply waits for the calls in flight, as with any other dynamic provider.
 */
export function listenForCancel(heard: () => void): void {
  // Node.js has it since 18.7; an older one is refused at the first call, and must get there.
  if (typeof channels.subscribe !== "function") return;
  channels.subscribe("http2.server.stream.created", (message) => {
    // The channel's message is untyped; its shape is read with care.
    const { headers } = message as { headers?: Readonly<Record<string, unknown>> };
    if (headers?.[":path"] === CANCEL) heard();
  });
}
