import { openBench, passwordRequest, textLike, type Bench } from "./bench";

let bench: Bench;
beforeEach(() => {
  bench = openBench({ pace: 0 });
});

test("writes every request with time, method, path, status, principal and request id", async () => {
  bench.pass(5);
  const { headers } = await bench.call("GET", `${bench.backups}?start=1`);
  expect(bench.simulator.journal()).toEqual([
    {
      time: "2026-03-01T12:00:05.000Z",
      method: "GET",
      path: `${bench.backups}?start=1`,
      status: 200,
      code: null,
      principal: "backup-operator (signature)",
      requestId: headers.get("x-request-id"),
      fault: null,
      effect: "none",
    },
  ]);
});

test("names who sent a request only when that was proved", async () => {
  const headers = { "x-auth-token": await bench.token() };
  await bench.send("GET", bench.backups, { headers });
  await bench.send("GET", bench.backups, { headers: { "x-auth-token": "made-up" } });
  await bench.call("GET", bench.backups, { as: "other-operator" });
  await bench.call("GET", "/nothing");
  expect(bench.simulator.journal().map(({ status, principal }) => [status, principal])).toEqual([
    [201, "backup-operator (password)"],
    [200, "backup-operator (token)"],
    [401, null],
    [401, "other-operator (signature)"],
    [404, null],
  ]);
});

test("leaves control requests out of the journal", async () => {
  await bench.send("GET", "/_simulator/world");
  await bench.send("GET", "/_simulator/nothing");
  const { body } = await bench.send("GET", "/_simulator/journal");
  expect(body).toEqual([]);
});

test.each(["reset", "clock", "faults"])("takes no order to %s from a page of another site", async (order) => {
  await bench.takeBackup();
  const browser = (site: string) => ({ headers: { "sec-fetch-site": site }, body: ORDERS[order] ?? "" });
  const refused = await bench.send("POST", `/_simulator/${order}`, browser("cross-site"));
  expect(refused).toMatchObject({ status: 403, text: textLike(/A page of another site gives no orders here\./) });
  expect(bench.simulator.journal()).toHaveLength(1);
  expect(bench.simulator.faults()).toEqual([]);
  expect((await bench.send("POST", `/_simulator/${order}`, browser("same-origin"))).status).toBeLessThan(300);
});

const ORDERS: Readonly<Record<string, string>> = {
  clock: '{"advance":"1h"}',
  faults: '{"match":{},"then":{"torn":true}}',
};

test("never writes a secret where an onlooker can read it", async () => {
  const token = await bench.token();
  await bench.send("POST", "/v3/auth/tokens", { body: passwordRequest({ ...bench.card, password: "guessed" }) });
  await bench.send("GET", bench.backups, { headers: { "x-auth-token": token } });
  await bench.call("GET", bench.backups);
  const journal = await bench.send("GET", "/_simulator/journal");
  const world = await bench.send("GET", "/_simulator/world");
  const text = JSON.stringify([journal.body, world.body]);
  const { password, secretKey, accessKey } = bench.card;
  for (const secret of [token, password, secretKey, accessKey, "guessed"]) expect(text).not.toContain(secret);
});

test("shows over HTTP the same world as in process", async () => {
  await bench.call("DELETE", `${bench.backups}/${await bench.takeBackup()}`);
  const { body } = await bench.send("GET", "/_simulator/world");
  expect(body).toEqual(JSON.parse(JSON.stringify(bench.simulator.world())));
});

test("returns on reset to the same instances and keys, without backups and with an empty journal", async () => {
  const { card } = bench;
  await bench.takeBackup();
  expect(await bench.send("POST", "/_simulator/reset")).toMatchObject({ status: 204 });
  expect(bench.simulator.card).toEqual(card);
  expect(bench.simulator.journal()).toEqual([]);
  expect(bench.simulator.world().instances[0]?.backups).toEqual([]);
});

test("returns on reset to made-up identifiers too", () => {
  bench = openBench({ world: { instances: [{ name: "unnamed", backups: [{}] }] } });
  const before = bench.simulator.world();
  bench.simulator.reset();
  expect(bench.simulator.world()).toEqual(before);
});

test("tells each journal entry to who asked for it", async () => {
  const log = jest.fn();
  bench = openBench({ log });
  await bench.call("GET", bench.backups);
  expect(log.mock.calls).toEqual([[bench.simulator.journal()[0]]]);
});
