import { openBench, passwordRequest, textAt, type Bench } from "./bench";

const KEYSTONE_401 = { status: 401, body: { error: { code: 401, title: "Unauthorized" } } };

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});

const withToken = async () => ({ "x-auth-token": await bench.token() });

test("lists the domain of who asks, by token and by signature", async () => {
  const expected = { status: 200, body: { domains: [{ id: bench.card.domainId, name: bench.card.domainName }] } };
  expect(await bench.send("GET", "/v3/auth/domains", { headers: await withToken() })).toMatchObject(expected);
  expect(await bench.call("GET", "/v3/auth/domains")).toMatchObject(expected);
});

test("lists the projects of who asks, by token and by signature", async () => {
  const { projectId, domainId } = bench.card;
  const project = { id: projectId, name: "eu-de", domain_id: domainId, enabled: true };
  const expected = { status: 200, body: { projects: [project] } };
  expect(await bench.send("GET", "/v3/auth/projects", { headers: await withToken() })).toMatchObject(expected);
  expect(await bench.call("GET", "/v3/auth/projects")).toMatchObject(expected);
});

test("looks projects up within a domain or below a parent", async () => {
  const found = async (query: string) => (await bench.call("GET", `/v3/projects?name=eu-de&${query}`)).body;
  const { domainId, projectId } = bench.card;
  expect(await found(`domain_id=${domainId}`)).toMatchObject({ projects: [{ id: projectId }] });
  expect(await found(`parent_id=${domainId}`)).toMatchObject({ projects: [{ id: projectId }] });
  const { domainId: other } = bench.simulator.agencyCard();
  expect(await found(`domain_id=${other}`)).toMatchObject({ projects: [] });
  expect(await found(`parent_id=${other}`)).toMatchObject({ projects: [] });
});

test("tells in the catalog where DCS is", async () => {
  const url = `http://dcs.test/v1.0/${bench.card.projectId}`;
  expect(await bench.call("GET", "/v3/auth/catalog")).toMatchObject({
    status: 200,
    body: { catalog: [{ type: "dcsv1", endpoints: [{ url }] }] },
  });
});

test("takes X-Domain-Id for the domain meant, and refuses one that is not the user's", async () => {
  const ask = (id: string) => bench.call("GET", "/v3/projects", { headers: { "x-domain-id": id } });
  expect(await ask(bench.card.domainId)).toMatchObject({ status: 200 });
  expect(await ask(bench.simulator.agencyCard().domainId)).toMatchObject({
    status: 403,
    body: { error: { code: 403 } },
  });
});

test.each(["/v3/auth/domains", "/v3/auth/projects", "/v3/auth/catalog", "/v3/auth/tokens"])(
  "shows %s to nobody without credentials",
  async (path) => {
    expect(await bench.send("GET", path)).toMatchObject(KEYSTONE_401);
  },
);

describe("a token that is verified", () => {
  const verify = async (subject: string, method = "GET", own?: string) => {
    const headers = { "x-auth-token": own ?? (await bench.token()), "x-subject-token": subject };
    return bench.send(method, "/v3/auth/tokens", { headers });
  };

  test("is told in full, with the token itself in the header", async () => {
    const subject = await bench.token();
    const answer = await verify(subject);
    expect(answer).toMatchObject({ status: 200, body: { token: { project: { id: bench.card.projectId } } } });
    expect(answer.headers.get("x-subject-token")).toBe(subject);
  });

  test("answers HEAD without a body", async () => {
    expect(await verify(await bench.token(), "HEAD")).toMatchObject({ status: 200, text: "" });
  });

  test("is not found when it is unknown or has expired", async () => {
    const late = await bench.token();
    bench.pass(86_400);
    expect(await verify(late)).toMatchObject({ status: 404, body: { error: { code: 404 } } });
    expect(await verify("MII-made-up")).toMatchObject({ status: 404 });
  });

  test("is another user's business only", async () => {
    const card = bench.simulator.cardOf("other-operator");
    const { headers } = await bench.send("POST", "/v3/auth/tokens", { body: passwordRequest(card) });
    expect(await verify(headers.get("x-subject-token") ?? "")).toMatchObject({ status: 403 });
  });

  test("is refused to who shows no valid token", async () => {
    expect(await verify(await bench.token(), "GET", "MII-made-up")).toMatchObject(KEYSTONE_401);
  });
});

describe("a token that is rescoped", () => {
  const rescope = (id: string, scope: unknown) => {
    const body = JSON.stringify({ auth: { identity: { methods: ["token"], token: { id } }, scope } });
    return bench.send("POST", "/v3/auth/tokens", { body });
  };

  test("opens the project, and ends with the token it was got with", async () => {
    const first = await bench.token({ domain: { name: bench.card.domainName } });
    bench.pass(3600);
    const { body, headers, status } = await rescope(first, { project: { name: "eu-de" } });
    expect(status).toBe(201);
    expect(textAt(body, "token", "expires_at")).toBe("2026-03-02T12:00:00.000000Z");
    const token = { "x-auth-token": headers.get("x-subject-token") ?? "" };
    expect(await bench.send("GET", bench.backups, { headers: token })).toMatchObject({ status: 200 });
  });

  test("is refused when it is unknown, and for a project that is not the user's", async () => {
    expect(await rescope("MII-made-up", { project: { name: "eu-de" } })).toMatchObject(KEYSTONE_401);
    expect(await rescope(await bench.token(), { project: { name: "eu-de_other" } })).toMatchObject(KEYSTONE_401);
  });
});
