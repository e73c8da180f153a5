import { once } from "node:events";
import { request } from "node:http";
import type { Duplex } from "node:stream";
import { connect } from "node:tls";
import { startSecureSimulator, startSimulator, type RunningSimulator } from "../../../simulator/index";
import { startProxy, type Proxy } from "../../support/proxy";
import { textLike } from "./bench";

const CREDENTIALS = { user: "proxy-user", password: "proxy-password" };
const BASIC = `Basic ${Buffer.from("proxy-user:proxy-password").toString("base64")}`;

let proxy: Proxy;
let simulators: RunningSimulator[] = [];
afterEach(async () => {
  await Promise.all([proxy, ...simulators].map((running) => running.close()));
  simulators = [];
});

async function start(): Promise<RunningSimulator> {
  const simulator = await startSimulator();
  simulators.push(simulator);
  return simulator;
}

interface Answer {
  readonly status: number | undefined;
  readonly socket: Duplex;
}

/** Asks the proxy for something: for a whole address, or by CONNECT for a tunnel to a host and port. */
function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port } = new URL(proxy.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers, agent: false });
    sent.once("connect", (answer, socket) => {
      resolve({ status: answer.statusCode, socket });
    });
    sent.once("response", (answer) => {
      resolve({ status: answer.resume().statusCode, socket: answer.socket });
    });
    sent.once("error", reject).end();
  });
}

test("forwards plain requests, and counts them", async () => {
  proxy = await startProxy();
  const simulator = await start();
  expect(await ask("GET", `${simulator.url}/v2`)).toMatchObject({ status: 200 });
  expect(simulator.journal()).toMatchObject([{ method: "GET", path: "/v2" }]);
  expect(proxy.passed).toEqual([`GET ${simulator.url}/v2`]);
});

test("tunnels https, and counts the tunnels", async () => {
  proxy = await startProxy();
  const simulator = await startSecureSimulator();
  simulators.push(simulator);
  const { host } = new URL(simulator.url);
  const { status, socket } = await ask("CONNECT", host);
  expect(status).toBe(200);
  const secure = connect({ socket, ca: simulator.ca, servername: "localhost" });
  secure.write("GET /v2 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  const received: unknown[] = await once(secure, "data");
  expect(String(received[0])).toMatch(/^HTTP\/1\.1 200 /);
  expect(proxy.passed).toEqual([`CONNECT ${host}`]);
  secure.destroy();
});

test("refuses who does not show its credentials, and counts that apart", async () => {
  proxy = await startProxy({ credentials: CREDENTIALS });
  const simulator = await start();
  const { host } = new URL(simulator.url);
  expect(await ask("GET", simulator.url)).toMatchObject({ status: 407 });
  expect(await ask("CONNECT", host, { "proxy-authorization": "Basic d3Jvbmc=" })).toMatchObject({ status: 407 });
  expect([proxy.passed, proxy.refused]).toEqual([[], [textLike(/^GET http/), `CONNECT ${host}`]]);
  expect(await ask("GET", simulator.url, { "proxy-authorization": BASIC })).toMatchObject({ status: 200 });
  expect(proxy.passed).toHaveLength(1);
});

test("drops the tunnel to a port where nobody listens", async () => {
  proxy = await startProxy();
  const gone = await start();
  await gone.close();
  await expect(ask("CONNECT", new URL(gone.url).host)).rejects.toMatchObject({ code: textLike(/ECONNRESET/) });
});
