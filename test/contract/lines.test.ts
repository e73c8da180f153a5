import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { NoAnswer, type Transport } from "../../provider/dcs/exchange";
import { gotSend } from "../../provider/dcs/http";
import { findReach } from "../../provider/identity/transport";
import { stackConfiguration } from "../../provider/identity/sources";
import { type SecureSimulator, startSecureSimulator, startSimulator } from "../../simulator/index";
import { startProxy } from "../support/proxy";
import { watch } from "../support/secret-watch";
import { surroundingsOf } from "../support/surroundings";

// How a line fails: in one sentence, with what surely did not arrive told apart, and without a secret.

let open: SecureSimulator;
let demanding: SecureSimulator;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  open = await startSecureSimulator();
  demanding = await startSecureSimulator({ clientCertificate: true });
});

afterAll(async () => {
  await open.close();
  await demanding.close();
});

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const direct = { proxyFor: () => undefined };
const get = (url: string, transport: Transport) =>
  watch.listen(
    "a line",
    gotSend(transport)({ method: "GET", url, headers: { "x-auth-token": "a-token-of-this-test" } }),
  );

async function failureOf(work: Promise<unknown>): Promise<NoAnswer> {
  watch.learn("a token", "a-token-of-this-test");
  watch.learn("the proxy's password", "proxy-password");
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof NoAnswer)) throw new Error(`There should have been no answer, but it was ${String(error)}.`);
  return error;
}

test("a private CA that nobody was told of is told with the way to name it", async () => {
  const { url } = open;
  const failure = await failureOf(get(url, direct));
  expect(failure).toMatchObject({ arrived: "no" });
  expect(failure.message).toMatch(
    /^its certificate is not trusted \(\w+\); name the file of the CA in OS_CACERT or dcs:caCert$/,
  );
});

test("with certificates unchecked the same service answers", async () => {
  const { url } = open;
  expect((await get(url, { ...direct, insecure: true })).status).toBe(200);
});

test.each(["no certificate", "a certificate of somebody else"])(
  "a service that wants ours refuses %s",
  async (which) => {
    const { url, ca, stranger } = demanding;
    watch.learn("the client's key", stranger.key);
    const client = which === "no certificate" ? {} : { client: { cert: stranger.certificate, key: stranger.key } };
    const failure = await failureOf(get(url, { ...direct, ca, ...client }));
    // Which of the two is a matter of what comes first, the alert or the end of the connection.
    const alert = /^it does not take our client certificate, or wants one \(\w+\); check OS_CERT and OS_KEY$/;
    const end = "the connection was cut; it may not take our client certificate";
    if (failure.message !== end) expect(failure.message).toMatch(alert);
  },
);

test("a key that belongs to another certificate is told before anything is sent", () => {
  const { client, stranger } = open;
  const surroundings = surroundingsOf({
    config: { "dcs:clientCert": client.certificate, "dcs:clientKey": stranger.key },
  });
  expect(() => findReach([stackConfiguration(surroundings)], surroundings)).toThrow(
    "The key of dcs:clientKey of the stack's configuration does not belong to the certificate of dcs:clientCert of the stack's configuration",
  );
});

test("plain http goes through a proxy, too", async () => {
  const simulator = await startSimulator();
  const proxy = await startProxy();
  closing.push(
    () => simulator.close(),
    () => proxy.close(),
  );
  expect((await get(simulator.url, { proxyFor: () => proxy.url })).status).toBe(200);
  expect(proxy.passed).toEqual([`CONNECT ${new URL(simulator.url).host}`]);
});

test("a proxy that wants another password is told as such; its own URL is not", async () => {
  const { url, ca } = open;
  const proxy = await startProxy({ credentials: { user: "proxy-user", password: "the-right-one" } });
  closing.push(() => proxy.close());
  const given = proxy.url.replace("//", "//proxy-user:proxy-password@");
  const failure = await failureOf(get(url, { ca, proxyFor: () => given }));
  expect(failure).toMatchObject({ arrived: "no" });
  expect(failure.message).toBe(
    `the proxy wants a user and password of its own (HTTP 407); put them into its URL (through the proxy ${new URL(proxy.url).host})`,
  );
});

test("a proxy that is not there is told by its host", async () => {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo; // it listens on TCP
  server.close();
  await once(server, "close");
  const failure = await failureOf(
    get("https://dcs.eu-de.otc.t-systems.com", {
      proxyFor: () => `http://proxy-user:proxy-password@127.0.0.1:${port}`,
    }),
  );
  expect(failure).toMatchObject({
    arrived: "no",
    message: `nothing listens there (connection refused) (through the proxy 127.0.0.1:${port})`,
  });
});
