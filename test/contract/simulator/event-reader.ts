import { valueAt } from "./bench";

interface ReadEvent {
  readonly event: string;
  readonly data: unknown;
}

/** Reads server-sent events, one after the other. */
export class EventReader {
  readonly #chunks: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #text = "";

  constructor({ body }: Response) {
    if (body === null) throw new Error("The answer has no body to read events from.");
    this.#chunks = body.getReader();
  }

  /** The next event; undefined when the stream has ended. */
  async next(): Promise<ReadEvent | undefined> {
    for (;;) {
      const end = this.#text.indexOf("\n\n");
      if (end >= 0) {
        const event = readEvent(this.#text.slice(0, end));
        this.#text = this.#text.slice(end + 2);
        return event;
      }
      const { done, value } = await this.#chunks.read();
      if (done) return undefined;
      this.#text += this.#decoder.decode(value, { stream: true });
    }
  }

  /** What the next event of this kind brings. */
  async of(kind: string): Promise<unknown> {
    for (;;) {
      const found = await this.next();
      if (found === undefined) throw new Error(`The stream has ended without an event "${kind}".`);
      if (found.event === kind) return found.data;
    }
  }

  /** Reads until what an event of this kind brings has this value at this path. */
  async until(kind: string, path: readonly (string | number)[], wanted: unknown): Promise<unknown> {
    for (;;) {
      const data = await this.of(kind);
      if (valueAt(data, ...path) === wanted) return data;
    }
  }

  leave(): Promise<void> {
    return this.#chunks.cancel();
  }
}

function readEvent(text: string): ReadEvent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(text)?.[1] ?? "";
  const data = field("data");
  return { event: field("event"), data: data === "" ? undefined : JSON.parse(data) };
}
