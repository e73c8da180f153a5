import { ANY_TEXT, openBench, textLike, type Bench } from "./bench";
import { signed, type Keys, type Unsigned } from "./signer";

const REFUSED = {
  status: 401,
  body: { error_code: "APIGW.0301", error_msg: "Incorrect IAM authentication information: verify aksk signature fail" },
};
const MINUTE = 60_000;

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});

/** Signs one request and sends another. */
async function send(request: Partial<Unsigned>, change: Partial<Unsigned> = {}, keys: Keys = bench.card, skew = 0) {
  const url = `http://dcs.test${bench.backups}?start=1`;
  const honest = { method: "POST", url, body: '{"remark":"mine"}', headers: {}, ...request };
  const sent = { ...honest, ...change };
  const headers = { ...signed(honest, keys, bench.now() + skew), ...change.headers };
  return bench.send(sent.method, sent.url.replace("http://dcs.test", ""), { body: sent.body, headers });
}

test("takes a request that is what was signed", async () => {
  expect((await send({})).status).toBe(200);
});

test("refuses a signature whose method was changed", async () => {
  expect(await send({}, { method: "DELETE" })).toMatchObject({ status: 405 });
  const url = `http://dcs.test${bench.backups}/5560df16-cebf-4473-95c4-d1b573c16e79`;
  expect(await send({ url }, { method: "DELETE" })).toMatchObject(REFUSED);
});

test("refuses a signature whose path was changed", async () => {
  const url = `http://dcs.test${bench.backups.replace("5560df16", "6a71e027")}?start=1`;
  expect(await send({}, { url })).toMatchObject(REFUSED);
});

test("refuses a signature whose query was changed", async () => {
  expect(await send({}, { url: `http://dcs.test${bench.backups}?start=2` })).toMatchObject(REFUSED);
});

test("takes a query in another order than it was signed in", async () => {
  const url = (query: string) => `http://dcs.test${bench.backups}?${query}`;
  expect(await send({ url: url("a=1&b=2") }, { url: url("b=2&a=1") })).toMatchObject({ status: 200 });
});

test("refuses a signature whose signed header was changed", async () => {
  const headers = { "content-type": "text/plain" };
  const sent = await send({ headers: { "content-type": "application/json" } }, { headers });
  expect(sent).toMatchObject(REFUSED);
});

test("takes a changed header that was not signed", async () => {
  expect(await send({}, { headers: { "user-agent": "somebody else" } })).toMatchObject({ status: 200 });
});

test("refuses a signature for another host", async () => {
  expect(await send({}, { headers: { host: "dcs.elsewhere" } })).toMatchObject(REFUSED);
});

test("refuses a signature whose body was changed", async () => {
  expect(await send({}, { body: '{"remark":"yours"}' })).toMatchObject(REFUSED);
});

test("refuses a signature made with another secret key", async () => {
  expect(await send({}, {}, { ...bench.card, secretKey: "guessed" })).toMatchObject(REFUSED);
});

test("refuses an access key nobody has, and names it", async () => {
  const { status, body } = await send({}, {}, { ...bench.card, accessKey: "NOBODY" });
  expect({ status, body }).toMatchObject({ status: 401, body: { error_code: "APIGW.0301" } });
  expect(JSON.stringify(body)).toContain("ak NOBODY not exist");
});

test.each([
  ["early", -15 * MINUTE - 1000, 401],
  ["late", 15 * MINUTE + 1000, 401],
  ["at the edge", 15 * MINUTE, 200],
  ["at the other edge", -15 * MINUTE, 200],
])("holds to 15 minutes of skew: %s", async (_name, skew, status) => {
  expect(await send({}, {}, bench.card, skew)).toMatchObject({ status });
});

test("refuses a request without X-Sdk-Date", async () => {
  const headers = without(signed(get(), bench.card, bench.now()), "x-sdk-date");
  const { status, body } = await bench.send("GET", bench.backups, { headers });
  expect(status).toBe(401);
  expect(JSON.stringify(body)).toContain("x-sdk-date header is missing");
});

test("refuses an X-Sdk-Date that was not signed", async () => {
  const headers = signed(get(), bench.card, bench.now());
  const authorization = (headers["authorization"] ?? "").replace("host;x-sdk-date", "host");
  const { status, body } = await bench.send("GET", bench.backups, { headers: { ...headers, authorization } });
  expect(status).toBe(401);
  expect(JSON.stringify(body)).toContain("x-sdk-date header is not signed");
});

test("refuses an X-Sdk-Date of another form", async () => {
  const headers = { ...signed(get(), bench.card, bench.now()), "x-sdk-date": new Date(bench.now()).toISOString() };
  expect(await bench.send("GET", bench.backups, { headers })).toMatchObject({ status: 401 });
});

test("refuses a signed header that was not sent", async () => {
  const headers = signed(get({ "x-extra": "1" }), bench.card, bench.now());
  const { status, body } = await bench.send("GET", bench.backups, { headers: without(headers, "x-extra") });
  expect(status).toBe(401);
  expect(JSON.stringify(body)).toContain("signed header x-extra is missing");
});

test.each(["SDK-HMAC-SHA256", "SDK-HMAC-SHA256 Access=A, Signature=00", "SDK-HMAC-SHA256 Credential=A/b/c"])(
  "refuses the malformed Authorization %s",
  async (authorization) => {
    const headers = { ...signed(get(), bench.card, bench.now()), authorization };
    expect(await bench.send("GET", bench.backups, { headers })).toMatchObject({ status: 401 });
  },
);

test("repeats the request in its answer when it is told to, with all that was signed", async () => {
  bench.simulator.change({ signatureEcho: true });
  const wrong = await send({ headers: { "x-extra": "signed" } }, {}, { ...bench.card, secretKey: "guessed" });
  expect(wrong).toMatchObject({
    body: { error_msg: textLike(/signature fail, canonicalRequest:POST\|\/v1\.0\/.*\|x-extra:signed\|/) },
  });
});

test("leaves nothing behind when it refuses", async () => {
  await send({}, { body: '{"remark":"yours"}' });
  expect(bench.simulator.world().instances[0]?.backups).toEqual([]);
});

test("writes gateway refusals with the request id in the body and in the header", async () => {
  const { headers, body } = await send({}, {}, { ...bench.card, secretKey: "guessed" });
  expect(body).toMatchObject({ request_id: headers.get("x-request-id") });
  expect(body).toEqual({ error_code: ANY_TEXT, error_msg: ANY_TEXT, request_id: ANY_TEXT });
});

function get(headers: Record<string, string> = {}): Unsigned {
  return { method: "GET", url: `http://dcs.test${bench.backups}`, headers };
}

function without(headers: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
}
