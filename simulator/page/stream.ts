import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Wire } from "../request";
import type { Simulation } from "../simulation";
import { News } from "./news";
import { isMoving } from "./view";

/** Real milliseconds between two looks while something moves by the time alone, and while nothing does. */
const LOOKS = { moving: 400, still: 2000 };

/** After so many milliseconds without news a beat is sent: silence for longer means that the connection is lost. */
const BEAT = 15_000;

/**
 * Server-sent events for the page: `cloud` and `journal` hold what has changed, at first everything; `beat` says that
 * nothing has. Ends when the reader leaves or the simulator is closed.
 */
export function eventStream(c: Context<Wire>, simulation: Simulation): Response {
  const visit = simulation.onlookers.enter();
  return streamSSE(c, async (stream) => {
    stream.onAbort(() => {
      visit.end();
    });
    const news = new News(simulation);
    let spoke = Date.now();
    try {
      while (!visit.isOver) {
        const messages = news.take();
        if (messages.length === 0 && Date.now() - spoke >= BEAT) messages.push({ event: "beat", data: "" });
        if (messages.length > 0) spoke = Date.now();
        for (const message of messages) await stream.writeSSE(message);
        await visit.next(isMoving(simulation) ? LOOKS.moving : LOOKS.still);
      }
    } finally {
      // A stream that breaks of itself is nobody's any more, and is told nothing.
      if (!visit.isOver) visit.end();
    }
  });
}
