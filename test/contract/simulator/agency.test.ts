import type { AgencyCard } from "../../../simulator/index";
import { openBench, passwordRequest, textLike, type Bench } from "./bench";
import { signed } from "./signer";

let bench: Bench;
let agency: AgencyCard;
beforeEach(() => {
  bench = openBench();
  agency = bench.simulator.agencyCard();
});

/** A request for an agency's token; `role` takes the place of the agency's name and domain. */
function assumeRole(role: object = {}, scope: unknown = { project: { name: agency.projectName } }): string {
  const assume_role = { domain_name: agency.domainName, xrole_name: agency.agencyName, ...role };
  return JSON.stringify({ auth: { identity: { methods: ["assume_role"], assume_role }, scope } });
}

async function tokenOf(userName: string): Promise<string> {
  const card = bench.simulator.cardOf(userName);
  const { headers } = await bench.send("POST", "/v3/auth/tokens", { body: passwordRequest(card) });
  return headers.get("x-subject-token") ?? "";
}

async function assume(body = assumeRole(), userName = "agent-operator") {
  const headers = { "x-auth-token": await tokenOf(userName) };
  return bench.send("POST", "/v3/auth/tokens", { body, headers });
}

const delegated = () => `/v1.0/${agency.projectId}/instances/${agency.instances[0]?.id ?? ""}/backups`;

test("is of another domain, whose project has the same name and another id", () => {
  expect(agency.projectName).toBe(bench.card.projectName);
  expect(agency.projectId).not.toBe(bench.card.projectId);
  expect(agency.domainId).not.toBe(bench.card.domainId);
});

test("gives an agent a token that works in the agency's project, and in no other", async () => {
  const answer = await assume();
  expect(answer).toMatchObject({
    status: 201,
    body: {
      token: {
        methods: ["assume_role"],
        user: { name: `${agency.domainName}/${agency.agencyName}`, domain: { id: agency.domainId } },
        project: { id: agency.projectId, domain: { name: agency.domainName } },
        assumed_by: { user: { name: "agent-operator", domain: { name: bench.card.domainName } } },
      },
    },
  });
  const headers = { "x-auth-token": answer.headers.get("x-subject-token") ?? "" };
  expect(await bench.send("GET", delegated(), { headers })).toMatchObject({ status: 200 });
  expect(await bench.send("GET", bench.backups, { headers })).toMatchObject({ status: 401 });
  expect(bench.simulator.journal().at(-2)?.principal).toBe(`${agency.domainName}/dcs-backup (token)`);
});

test("takes the domain by id, the agency as agency_name, and a project by id", async () => {
  const role = { domain_name: undefined, domain_id: agency.domainId, xrole_name: undefined, agency_name: "dcs-backup" };
  const answer = await assume(assumeRole(role, { project: { id: agency.projectId } }));
  expect(answer).toMatchObject({ status: 201, body: { token: { project: { id: agency.projectId } } } });
});

test("takes a signature in place of a token", async () => {
  const body = assumeRole();
  expect(await bench.call("POST", "/v3/auth/tokens", { body, as: "agent-operator" })).toMatchObject({ status: 201 });
});

test("scopes a token to the agency's domain where no project is named", async () => {
  const answer = await assume(assumeRole({}, { domain: { name: agency.domainName } }));
  expect(answer).toMatchObject({ status: 201, body: { token: { domain: { id: agency.domainId } } } });
});

test("refuses the agency's token for a project or domain of the agent's own", async () => {
  expect(await assume(assumeRole({}, { project: { id: bench.card.projectId } }))).toMatchObject({ status: 401 });
  expect(await assume(assumeRole({}, { domain: { id: bench.card.domainId } }))).toMatchObject({ status: 401 });
});

test("refuses a user without the policy Agent Operator", async () => {
  expect(await assume(assumeRole(), "backup-reader")).toMatchObject({
    status: 403,
    body: { error: { code: 403, title: "Forbidden", message: textLike(/Agent Operator/) } },
  });
});

test("refuses an agency that acts already to assume another one", async () => {
  const headers = { "x-auth-token": (await assume()).headers.get("x-subject-token") ?? "" };
  expect(await bench.send("POST", "/v3/auth/tokens", { body: assumeRole(), headers })).toMatchObject({ status: 403 });
});

test.each([
  ["an unknown agency", { xrole_name: "no-such-agency" }],
  ["an unknown domain", { domain_name: "OTC-NOWHERE" }],
  ["the agent's own domain", { domain_name: "OTC-SIMULATOR-000000000010000" }],
])("does not find %s", async (_name, role) => {
  expect(await assume(assumeRole(role))).toMatchObject({ status: 404, body: { error: { code: 404 } } });
});

test("refuses who shows no token", async () => {
  expect(await bench.send("POST", "/v3/auth/tokens", { body: assumeRole() })).toMatchObject({
    status: 401,
    body: { error: { message: "The X-Auth-Token is invalid!" } },
  });
});

test("asks for both the agency's name and its domain", async () => {
  expect(await assume(assumeRole({ domain_name: undefined }))).toMatchObject({ status: 400 });
  expect(await assume(assumeRole({ xrole_name: undefined }))).toMatchObject({ status: 400 });
});

test("gives temporary keys in the agency's name, which sign for the agency's project", async () => {
  const path = "/v3.0/OS-CREDENTIAL/securitytokens";
  const answer = await bench.call("POST", path, { body: assumeRole({}, undefined), as: "agent-operator" });
  expect(answer.status).toBe(201);
  const { access, secret, securitytoken } = credentialIn(answer.text);
  const send = (target: string) => {
    const unsigned = { method: "GET", url: `http://dcs.test${target}`, headers: { "x-security-token": securitytoken } };
    const headers = signed(unsigned, { accessKey: access, secretKey: secret }, bench.now());
    return bench.send("GET", target, { headers });
  };
  expect(await send(delegated())).toMatchObject({ status: 200 });
  expect(await send(bench.backups)).toMatchObject({ status: 401 });
  expect(await send("/v3/projects?name=eu-de")).toMatchObject({ body: { projects: [{ id: agency.projectId }] } });
  expect(await send("/v3/auth/catalog")).toMatchObject({ status: 403 });
});

test("may do no more than its role", async () => {
  const project = { id: "4".repeat(32), name: "far" };
  bench = openBench({
    world: {
      agencies: [{ name: "looker", domain: { name: "FAR" }, role: "read-only", projects: [project] }],
      instances: [{ name: "there", project: project.id }],
    },
  });
  agency = bench.simulator.agencyCard();
  const headers = { "x-auth-token": (await assume()).headers.get("x-subject-token") ?? "" };
  expect(await bench.send("GET", delegated(), { headers })).toMatchObject({ status: 200 });
  expect(await bench.send("POST", delegated(), { headers, body: "{}" })).toMatchObject({ status: 403 });
});

function credentialIn(text: string): { access: string; secret: string; securitytoken: string } {
  const found = (name: string) => new RegExp(`"${name}":"([^"]+)"`).exec(text)?.[1] ?? "";
  return { access: found("access"), secret: found("secret"), securitytoken: found("securitytoken") };
}
