import { request } from "node:http";
import { startSimulator, type RunningSimulator } from "../../../simulator/index";
import { signed } from "./signer";

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await startSimulator({ pace: 0 });
});
afterEach(() => simulator.close());

function backups(): string {
  const { projectId, instances } = simulator.card;
  return `${simulator.url}/v1.0/${projectId}/instances/${instances[0]?.id ?? ""}/backups`;
}

function call(method: string, url: string, body?: string): Promise<Response> {
  const unsigned = { method, url, headers: {}, ...(body !== undefined && { body }) };
  const headers = signed(unsigned, simulator.card, Date.now());
  return fetch(url, { method, headers, ...(body !== undefined && { body }) });
}

test("takes, lists and deletes a backup with signed requests", async () => {
  expect((await call("POST", backups(), '{"remark":"äöü 日本"}')).status).toBe(200);
  const id = simulator.world().instances[0]?.backups[0]?.id ?? "";
  expect(await (await call("GET", backups())).text()).toContain('"remark":"äöü 日本"');
  const deleted = await call("DELETE", `${backups()}/${id}`);
  expect([deleted.status, await deleted.text()]).toEqual([200, '{"message":""}']);
  expect(simulator.journal().map(({ method, status }) => `${method} ${status}`)).toEqual([
    "POST 200",
    "GET 200",
    "DELETE 200",
  ]);
});

test("gives a token at the IAM address", async () => {
  const { userName: name, password, domainName, projectId } = simulator.card;
  const identity = { methods: ["password"], password: { user: { name, password, domain: { name: domainName } } } };
  const body = JSON.stringify({ auth: { identity, scope: { project: { id: projectId } } } });
  const answer = await fetch(`${simulator.iam}/auth/tokens`, { method: "POST", body });
  const headers = { "x-auth-token": answer.headers.get("x-subject-token") ?? "" };
  expect((await fetch(backups(), { headers })).status).toBe(200);
});

test("verifies the signature over the Host header that was sent", async () => {
  const { hostname, port, pathname } = new URL(backups());
  const as = (host: string, signedHost: string) => {
    const unsigned = { method: "GET", url: `http://${signedHost}${pathname}`, headers: {} };
    const headers = { ...signed(unsigned, simulator.card, Date.now()), host };
    return new Promise<number | undefined>((resolve, reject) => {
      const sent = request({ hostname, port, path: pathname, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on("error", reject).end();
    });
  };
  expect(await as("dcs.eu-de.otc.t-systems.com", "dcs.eu-de.otc.t-systems.com")).toBe(200);
  expect(await as("dcs.eu-de.otc.t-systems.com", "dcs.eu-nl.otc.t-systems.com")).toBe(401);
});

test("tells its own time in the Date header, not the machine's", async () => {
  simulator.change({ clockSkew: 3600 });
  const answer = await call("GET", backups());
  expect(answer.status).toBe(401);
  expect(Date.parse(answer.headers.get("date") ?? "") - Date.now()).toBeGreaterThan(3_590_000);
});

test("listens on this machine only, each on a port of its own", async () => {
  const second = await startSimulator();
  expect(second.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(second.url).not.toBe(simulator.url);
  expect(second.iam).toBe(`${second.url}/v3`);
  await second.close();
});

test("says which port is taken", async () => {
  const port = Number(new URL(simulator.url).port);
  await expect(startSimulator({ port })).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken`);
});

test("answers nobody after it was closed, even if closed twice", async () => {
  await call("GET", backups());
  await simulator.close();
  await simulator.close();
  await expect(call("GET", backups())).rejects.toThrow("fetch failed");
});
