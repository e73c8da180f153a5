import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { type HttpRequest, NoAnswer } from "../../provider/dcs/exchange";
import { gotSend } from "../../provider/dcs/http";

let server: Server;
let sockets: number;

async function serve(listener: RequestListener): Promise<string> {
  sockets = 0;
  server = createServer(listener).on("connection", () => (sockets += 1));
  await once(server.listen(0, "127.0.0.1"), "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
}

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const get = (url: string): HttpRequest => ({ method: "GET", url, headers: {} });

async function failureOf(work: Promise<unknown>): Promise<NoAnswer> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (!(error instanceof NoAnswer)) throw new Error("There should have been no answer.");
  return error;
}

test("any status is an answer, with lower-case headers and the body as text", async () => {
  const url = await serve((_request, response) => {
    response.writeHead(503, { "X-Request-Id": "r1" }).end("<html>äöü</html>");
  });
  const answer = await gotSend()(get(url));
  expect(answer).toMatchObject({ status: 503, headers: { "x-request-id": "r1" }, body: "<html>äöü</html>" });
});

test("what was given is what is sent: headers, and the body byte for byte", async () => {
  let seen: { headers: unknown; body: string } | undefined;
  const url = await serve((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => {
      seen = { headers: request.headers, body };
      response.end();
    });
  });
  const headers = { "content-type": "application/json", "x-sdk-date": "20240115T103000Z" };
  await gotSend()({ method: "POST", url, headers, body: '{"remark":"ä"}' });
  expect(seen?.body).toBe('{"remark":"ä"}');
  const host = new URL(url).host;
  expect(seen?.headers).toEqual({ ...headers, host, "content-length": "15", connection: "keep-alive" });
});

test("requests one after the other share a connection", async () => {
  const url = await serve((_request, response) => response.end());
  const send = gotSend();
  for (let count = 0; count < 5; count++) await send(get(url));
  expect(sockets).toBe(1);
});

test("a redirect is an answer, not followed: a signature is good for one address only", async () => {
  const url = await serve((_request, response) => response.writeHead(302, { location: "/elsewhere" }).end());
  expect((await gotSend()(get(url))).status).toBe(302);
});

test("where nothing listens, the request surely did not arrive", async () => {
  const url = await serve(() => undefined);
  server.close();
  await once(server, "close");
  const failure = await failureOf(gotSend()(get(url)));
  expect(failure).toMatchObject({ arrived: "no", message: "nothing listens there (connection refused)" });
});

test("an unknown host is told as such", async () => {
  await serve(() => undefined);
  const failure = await failureOf(gotSend()(get("http://no-such-host.invalid/")));
  expect(failure.arrived).toBe("no");
});

test("an http port that is asked for https never got the request, and the reason names the likely mistake", async () => {
  const url = await serve((_request, response) => response.end());
  const failure = await failureOf(gotSend()(get(url.replace("http:", "https:"))));
  expect(failure).toMatchObject({ arrived: "no" });
  expect(failure.message).toMatch(/^it does not speak TLS \(\w+\); is it http instead of https\?$/);
});

test("where the connection is cut after the request, it may have arrived", async () => {
  const url = await serve((request) => request.socket.destroy());
  const failure = await failureOf(gotSend()({ method: "POST", url, headers: {}, body: "{}" }));
  expect(failure).toMatchObject({ arrived: "perhaps", message: "the connection was cut" });
});

test("no failure holds a header", async () => {
  const url = await serve((request) => request.socket.destroy());
  const failure = await failureOf(gotSend()({ ...get(url), headers: { "x-auth-token": "a-secret-token" } }));
  expect(inspect(failure, { depth: 10, showHidden: true })).not.toContain("a-secret");
});

test("a stop ends a request under way", async () => {
  const stop = new AbortController();
  const url = await serve(() => {
    stop.abort();
  });
  expect(await failureOf(gotSend()(get(url), stop.signal))).toMatchObject({ arrived: "perhaps" });
});

test("a header that cannot be sent was not sent, and the message says what is wrong with it", async () => {
  const url = await serve((_request, response) => response.end());
  const failure = await failureOf(gotSend()({ ...get(url), headers: { "x-auth-token": "pasted\u200b" } }));
  expect(failure).toMatchObject({ arrived: "no", message: expect.stringContaining("no header may hold") as string });
  expect(sockets).toBe(0);
});
