import type { HandedKeys } from "../../../simulator/index";
import { ANY_TEXT, openBench, textAt, textLike, type Bench } from "./bench";
import { signed } from "./signer";

const PATH = "/v3.0/OS-CREDENTIAL/securitytokens";

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});

interface Own {
  readonly method?: string;
  readonly path?: string;
  readonly securityToken?: string | undefined;
  readonly isSigned?: boolean;
}

/** Sends a request signed with temporary keys; `securityToken` is theirs unless another or none is given. */
function call(keys: HandedKeys, { method = "GET", path = bench.backups, isSigned = true, ...own }: Own = {}) {
  const { securityToken } = "securityToken" in own ? own : keys;
  const extra: Record<string, string> = securityToken === undefined ? {} : { "x-security-token": securityToken };
  const unsigned = { method, url: `http://dcs.test${path}`, headers: isSigned ? extra : {} };
  return bench.send(method, path, { headers: { ...signed(unsigned, keys, bench.now()), ...extra } });
}

const refused = (detail: string | RegExp) => ({
  status: 401,
  body: { error_code: "APIGW.0301", error_msg: textLike(new RegExp(detail)) },
});

function tokenRequest(token: object): string {
  return JSON.stringify({ auth: { identity: { methods: ["token"], token } } });
}

async function keysFor(token: object, headers: Record<string, string> = {}) {
  const answer = await bench.send("POST", PATH, { body: tokenRequest(token), headers });
  const text = (name: string) => textAt(answer.body, "credential", name);
  const keys = () => ({
    accessKey: text("access"),
    secretKey: text("secret"),
    securityToken: text("securitytoken"),
    expiresAt: text("expires_at"),
  });
  return { answer, keys };
}

test("are given for a token in the body, with key, secret, security token and expiry", async () => {
  const { answer, keys } = await keysFor({ id: await bench.token() });
  expect(answer).toMatchObject({
    status: 201,
    body: {
      credential: {
        access: textLike(/^[A-Z0-9]{20}$/),
        secret: textLike(/^\S{40}$/),
        securitytoken: ANY_TEXT,
        expires_at: "2026-03-01T12:15:00.000000Z",
      },
    },
  });
  expect(await call(keys())).toMatchObject({ status: 200 });
  expect(bench.simulator.journal().at(-1)?.principal).toBe("backup-operator (signature)");
});

test("are given for the token of the header, which comes before that of the body", async () => {
  const token = await bench.token();
  expect((await keysFor({}, { "x-auth-token": token })).answer).toMatchObject({ status: 201 });
  expect((await keysFor({ id: token }, { "x-auth-token": "MII-made-up" })).answer).toMatchObject({ status: 401 });
});

test("are refused without a token, and for one that has expired", async () => {
  const invalid = { status: 401, body: { error: { message: "The X-Auth-Token is invalid!" } } };
  const id = await bench.token();
  bench.pass(86_400);
  expect((await keysFor({ id })).answer).toMatchObject(invalid);
  expect((await keysFor({})).answer).toMatchObject(invalid);
});

test.each([
  [900, 201],
  [86_400, 201],
  [899, 400],
  [86_401, 400],
])("may last %i seconds: %i", async (duration_seconds, status) => {
  const { answer } = await keysFor({ id: await bench.token(), duration_seconds });
  expect(answer.status).toBe(status);
});

test("are not given for a password", async () => {
  const user = { name: bench.card.userName, password: bench.card.password, domain: { name: bench.card.domainName } };
  const body = JSON.stringify({ auth: { identity: { methods: ["password"], password: { user } } } });
  expect(await bench.send("POST", PATH, { body })).toMatchObject({ status: 400 });
});

test("work until their last millisecond and not after", async () => {
  const keys = bench.simulator.temporaryKeys("backup-operator", 1000);
  bench.pass(999.999);
  expect(await call(keys)).toMatchObject({ status: 200 });
  bench.pass(0.001);
  expect(await call(keys)).toMatchObject(refused(`security token of ak ${keys.accessKey} has expired`));
});

test("are refused without their security token, and with another one", async () => {
  const keys = bench.simulator.temporaryKeys();
  const other = bench.simulator.temporaryKeys();
  expect(await call(keys, { securityToken: undefined })).toMatchObject(refused(`ak ${keys.accessKey} not exist`));
  expect(await call(keys, { securityToken: other.securityToken })).toMatchObject(refused("not exist"));
});

test("are refused with another secret key", async () => {
  const keys = bench.simulator.temporaryKeys();
  const mixed = { ...keys, secretKey: bench.simulator.temporaryKeys().secretKey };
  expect(await call(mixed)).toMatchObject(refused("verify aksk signature fail"));
});

test("work with a security token that was not signed", async () => {
  expect(await call(bench.simulator.temporaryKeys(), { isSigned: false })).toMatchObject({ status: 200 });
});

test("do not make a permanent key take a security token", async () => {
  const { securityToken } = bench.simulator.temporaryKeys();
  expect(await call({ ...bench.card, securityToken, expiresAt: "" })).toMatchObject(refused("not exist"));
});

test("may do what their user may, and no more", async () => {
  const keys = bench.simulator.temporaryKeys("backup-reader");
  expect(await call(keys)).toMatchObject({ status: 200 });
  expect(await call(keys, { method: "POST" })).toMatchObject({ status: 403 });
});

test("find the user's project by its name", async () => {
  const found = await call(bench.simulator.temporaryKeys(), { path: "/v3/projects?name=eu-de" });
  expect(found).toMatchObject({ status: 200, body: { projects: [{ id: bench.card.projectId }] } });
});

test("are in the answer to a wrong signature that covers them, where the gateway repeats the request", async () => {
  bench.simulator.change({ signatureEcho: true });
  const keys = bench.simulator.temporaryKeys();
  const { securityToken } = keys;
  const mixed = { ...keys, secretKey: "guessed" };
  expect((await call(mixed)).text).toContain(`|x-security-token:${securityToken}|`);
  expect((await call(mixed, { isSigned: false })).text).not.toContain(securityToken);
});

test("meet the faults that were asked for their user", async () => {
  bench.simulator.fault({ match: { principal: "backup-reader (signature)" }, then: { throttle: {} } });
  expect(await call(bench.simulator.temporaryKeys())).toMatchObject({ status: 200 });
  expect(await call(bench.simulator.temporaryKeys("backup-reader"))).toMatchObject({ status: 429 });
});

test("are handed out over HTTP too", async () => {
  const ask = (body: string) => bench.send("POST", "/_simulator/temporary-keys", { body });
  expect(await ask('{"user":"backup-reader","seconds":60}')).toMatchObject({
    status: 201,
    body: { accessKey: ANY_TEXT, securityToken: ANY_TEXT, expiresAt: "2026-03-01T12:01:00.000Z" },
  });
  expect(await ask('{"user":"nobody"}')).toMatchObject({ status: 404, body: { error: textLike(/no user named/) } });
  expect(await ask('{"seconds":0}')).toMatchObject({ status: 400 });
});

test("are forgotten on a reset", async () => {
  const keys = bench.simulator.temporaryKeys();
  bench.simulator.reset();
  expect(await call(keys)).toMatchObject(refused("not exist"));
});
