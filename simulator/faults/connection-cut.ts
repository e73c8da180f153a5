/** What `fetch` rejects with where a client over a port finds its connection reset. */
export class ConnectionCut extends Error {
  override readonly name = "ConnectionCut";
  readonly code = "ECONNRESET";

  constructor() {
    super("The simulator cut the connection, as a fault told it to.");
  }
}
