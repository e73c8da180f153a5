import { openBench, passwordRequest, type Bench } from "./bench";

const KEYSTONE_401 = { status: 401, body: { error: { code: 401, title: "Unauthorized" } } };
const DAY = 86_400;

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});

function ask(user: unknown, scope: unknown = { project: { name: "eu-de" } }) {
  const auth = { identity: { methods: ["password"], password: { user } }, scope };
  return bench.send("POST", "/v3/auth/tokens", { body: JSON.stringify({ auth }) });
}

function byName(): { name: string; password: string; domain: { name: string } } {
  const { userName, password, domainName } = bench.card;
  return { name: userName, password, domain: { name: domainName } };
}

test("gives 201 and a token in X-Subject-Token, with project, user and expiry in the body", async () => {
  const { status, headers, body } = await ask(byName());
  expect(status).toBe(201);
  expect(headers.get("x-subject-token")).toMatch(/^MII.{40,}/);
  expect(body).toMatchObject({
    token: {
      methods: ["password"],
      issued_at: "2026-03-01T12:00:00.000000Z",
      expires_at: "2026-03-02T12:00:00.000000Z",
      user: { name: bench.card.userName, domain: { name: bench.card.domainName } },
      project: { id: bench.card.projectId, name: "eu-de" },
      catalog: [{ type: "dcsv1", endpoints: [{ url: `http://dcs.test/v1.0/${bench.card.projectId}` }] }],
    },
  });
});

test("knows a user by id without a domain", async () => {
  const { body } = await ask(byName());
  const id = /"user":\{"id":"(\w+)"/.exec(JSON.stringify(body))?.[1];
  expect(await ask({ id, password: bench.card.password })).toMatchObject({ status: 201 });
});

test("takes a project scope by id, and lets the project win over a domain", async () => {
  const scope = { project: { id: bench.card.projectId }, domain: { name: bench.card.domainName } };
  expect(await ask(byName(), scope)).toMatchObject({ body: { token: { project: { id: bench.card.projectId } } } });
});

test("knows a user by name and the domain's id", async () => {
  const { userName: name, password, domainId: id } = bench.card;
  expect(await ask({ name, password, domain: { id } })).toMatchObject({ status: 201 });
});

test("scopes a token to the domain by name, by id, and when no scope is given", async () => {
  const { domainName: name, domainId: id } = bench.card;
  for (const scope of [{ domain: { name } }, { domain: { id } }, {}]) {
    expect(await ask(byName(), scope)).toMatchObject({ status: 201, body: { token: { domain: { id } } } });
  }
});

test("leaves the catalog out when it is not wanted", async () => {
  const body = passwordRequest(bench.card, { project: { name: "eu-de" } });
  const short = await bench.send("POST", "/v3/auth/tokens?nocatalog=true", { body });
  expect(short.status).toBe(201);
  expect(short.text).not.toContain("catalog");
});

test.each([
  ["a wrong password", () => ({ ...byName(), password: "guessed" })],
  ["an unknown user", () => ({ ...byName(), name: "nobody" })],
  ["another domain", () => ({ ...byName(), domain: { name: "OTC-ELSEWHERE" } })],
  ["an unknown user id", () => ({ id: "0".repeat(32), password: bench.card.password })],
])("refuses %s in keystone's words, without a token", async (_name, user) => {
  const answer = await ask(user());
  expect(answer).toMatchObject(KEYSTONE_401);
  expect(answer.headers.has("x-subject-token")).toBe(false);
});

test.each([
  ["unknown", { project: { name: "eu-nl" } }],
  ["another user's", { project: { name: "eu-de_other" } }],
  ["of another domain", { project: { name: "eu-de", domain: { name: "OTC-ELSEWHERE" } } }],
  ["not there, since its domain is another one", { domain: { name: "OTC-ELSEWHERE" } }],
])("refuses a project that is %s", async (_name, scope) => {
  expect(await ask(byName(), scope)).toMatchObject(KEYSTONE_401);
});

test.each([
  "",
  "no JSON",
  "{}",
  '{"auth":{"identity":{"methods":["totp"]}}}',
  '{"auth":{"identity":{"methods":["password","totp"],"password":{"user":{"id":"1","password":"p"}}}}}',
  '{"auth":{"identity":{"methods":["password","password"],"password":{"user":{"id":"1","password":"p"}}}}}',
])("answers 400 to the body %p", async (body) => {
  expect(await bench.send("POST", "/v3/auth/tokens", { body })).toMatchObject({
    status: 400,
    body: { error: { code: 400, title: "Bad Request" } },
  });
});

test("lets a token in until its last millisecond and not after", async () => {
  const headers = { "x-auth-token": await bench.token() };
  bench.pass(DAY - 0.001);
  expect(await bench.send("GET", bench.backups, { headers })).toMatchObject({ status: 200 });
  bench.pass(0.001);
  const expired = await bench.send("GET", bench.backups, { headers });
  expect(expired).toMatchObject({ status: 401, body: { error_code: "APIGW.0307" } });
});

test("counts the life of a token in the seconds it is told", async () => {
  bench = openBench({ tokenLifetime: 5 });
  const headers = { "x-auth-token": await bench.token() };
  bench.pass(5);
  expect(await bench.send("GET", bench.backups, { headers })).toMatchObject({ status: 401 });
});

test("refuses a request with no credentials and one with a made-up token", async () => {
  expect(await bench.send("GET", bench.backups)).toMatchObject({ status: 401, body: { error_code: "APIGW.0301" } });
  const headers = { "x-auth-token": "MII-made-up" };
  expect(await bench.send("GET", bench.backups, { headers })).toMatchObject({ body: { error_code: "APIGW.0301" } });
});

test("refuses tokens in DCS's own words when told that the service does it", async () => {
  bench = openBench({ tokenRefusals: "service", tokenLifetime: 5 });
  const late = { "x-auth-token": await bench.token() };
  bench.pass(5);
  const codeFor = async (headers: Record<string, string>) => (await bench.send("GET", bench.backups, { headers })).body;
  expect(await codeFor({})).toMatchObject({ error: { code: "111401003" } });
  expect(await codeFor({ "x-auth-token": "MII-made-up" })).toMatchObject({ error: { code: "111401001" } });
  expect(await codeFor(late)).toMatchObject({ error: { code: "111401002" } });
});

test("finds a project's id by its name, by token and by signature", async () => {
  const headers = { "x-auth-token": await bench.token({ domain: { name: bench.card.domainName } }) };
  const expected = { status: 200, body: { projects: [{ id: bench.card.projectId, name: "eu-de" }] } };
  expect(await bench.send("GET", "/v3/projects?name=eu-de", { headers })).toMatchObject(expected);
  expect(await bench.call("GET", "/v3/projects?name=eu-de")).toMatchObject(expected);
});

test("shows no project that is unknown or another user's", async () => {
  expect(await bench.call("GET", "/v3/projects?name=eu-nl")).toMatchObject({ body: { projects: [] } });
  expect(await bench.call("GET", "/v3/projects?name=eu-de_other")).toMatchObject({ body: { projects: [] } });
});

test("looks up no project without credentials", async () => {
  expect(await bench.send("GET", "/v3/projects?name=eu-de")).toMatchObject(KEYSTONE_401);
});

test("forgets its tokens on a reset", async () => {
  const headers = { "x-auth-token": await bench.token() };
  bench.simulator.reset();
  expect(await bench.send("GET", bench.backups, { headers })).toMatchObject({ status: 401 });
  expect(await bench.send("POST", "/v3/auth/tokens", { body: passwordRequest(bench.card) })).toMatchObject({
    status: 201,
  });
});
