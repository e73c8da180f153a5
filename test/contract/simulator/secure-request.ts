import { request, type RequestOptions } from "node:https";

/** Gets an https address over a connection of its own; resolves to the status. What TLS refuses rejects. */
export function statusOf(url: string, options: RequestOptions): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent: false, ...options }, (answer) => {
      answer.resume().once("error", reject);
      resolve(answer.statusCode);
    });
    sent.once("error", reject).end();
  });
}
