import { startSimulator, type RunningSimulator } from "../../../simulator/index";
import { Onlookers, Visit } from "../../../simulator/onlookers";
import { News } from "../../../simulator/page/news";
import { ANY_TEXT, passwordRequest, valueAt } from "./bench";
import { EventReader } from "./event-reader";
import { signed } from "./signer";

const START = Date.parse("2026-03-01T12:00:00Z");

let simulator: RunningSimulator;
let backups: string;
let now: number;
beforeEach(async () => {
  now = START;
  simulator = await startSimulator({ seed: "test", pace: 100, clock: { now: () => now } });
  const { projectId, instances } = simulator.card;
  backups = `/v1.0/${projectId}/instances/${instances[0]?.id ?? ""}/backups`;
});
afterEach(async () => {
  jest.restoreAllMocks();
  await simulator.close();
});

async function listen(): Promise<EventReader> {
  return new EventReader(await fetch(`${simulator.url}/_simulator/events`));
}

async function call(method: string, path: string, body?: string): Promise<Response> {
  const url = simulator.url + path;
  const unsigned = { method, url, headers: {}, ...(body !== undefined && { body }) };
  return fetch(url, { method, headers: signed(unsigned, simulator.card, now), ...(body !== undefined && { body }) });
}

const first = ["instances", 0, "backups", 0] as const;

test("tells at first all instances and the requests so far", async () => {
  await call("GET", backups);
  const events = await listen();
  const cloud = await events.of("cloud");
  expect(valueAt(cloud, "instances", 0)).toMatchObject({ name: "sessions", project: "eu-de", backups: [] });
  expect(await events.of("journal")).toMatchObject({
    fresh: true,
    total: 1,
    rows: [{ method: "GET", path: backups, status: 200, asks: "Lists the backups of sessions", outcome: "answered" }],
  });
});

test("tells of a backup when it is taken, moves its progress when the clock moves, and tells its end", async () => {
  const events = await listen();
  await events.of("journal");
  await call("POST", backups, '{"remark":"before release 1.4"}');
  expect(valueAt(await events.until("cloud", [...first, "status"], "waiting"), ...first)).toMatchObject({
    remark: "before release 1.4",
    progress: 0,
  });
  expect(await events.of("journal")).toMatchObject({ fresh: false, total: 1, rows: [{ changes: true }] });
  now += 52_500;
  await events.until("cloud", [...first, "progress"], 50);
  simulator.advance("10m");
  const end = await events.until("cloud", [...first, "status"], "succeed");
  expect(valueAt(end, "ahead")).toBe(600_000);
});

test("tells of restores, deletions and what others do", async () => {
  simulator.change({ pace: 0 });
  const id = String(valueAt(await (await call("POST", backups, "{}")).json(), "backup_id"));
  const events = await listen();
  simulator.change({ restorePace: 100 });
  await call("POST", backups.replace("backups", "restores"), JSON.stringify({ backup_id: id }));
  await events.until("cloud", ["instances", 0, "status"], "RESTORING");
  simulator.advance("10m");
  await events.until("cloud", ["instances", 0, "restores", 0, "status"], "succeed");
  await call("DELETE", `${backups}/${id}`);
  await events.until("cloud", [...first, "status"], "deleted");
  simulator.changeInstance(simulator.card.instances[0]?.id ?? "", { name: "renamed" });
  await events.until("cloud", ["instances", 0, "name"], "renamed");
});

test("tells at once what was asked, without waiting for the next look", async () => {
  const events = await listen();
  await events.of("journal");
  // The stream's own request wakes it too.
  await call("GET", backups);
  await events.of("journal");
  const asked = performance.now();
  await call("GET", backups);
  await events.of("journal");
  expect(performance.now() - asked).toBeLessThan(1000);
});

test("begins afresh when the simulator is reset", async () => {
  await call("GET", backups);
  const events = await listen();
  await events.of("journal");
  await fetch(`${simulator.url}/_simulator/reset`, { method: "POST" });
  expect(await events.of("journal")).toEqual({ fresh: true, total: 0, rows: [] });
});

test("tells again of a request whose effect came late", async () => {
  simulator.fault({ match: { method: "POST", path: "/backups" }, then: { late: 30, as: "504" } });
  await call("POST", backups, "{}");
  const events = await listen();
  expect(rowsOf(await events.of("journal"))[0]).toMatchObject({
    status: 504,
    outcome: "the service failed, but it will be done later",
    fault: "late 30 as 504",
  });
  simulator.advance("1m");
  expect(rowsOf(await events.of("journal"))[0]).toMatchObject({ outcome: "the service failed, but it was done" });
});

test("shows the last 200 requests of many", async () => {
  for (let count = 0; count < 203; count++) await simulator.fetch(new Request(`${simulator.url}/v2?limit=${count}`));
  const news = await (await listen()).of("journal");
  expect(valueAt(news, "total")).toBe(203);
  expect(rowsOf(news)).toHaveLength(200);
  expect(rowsOf(news)[0]).toMatchObject({ path: "/v2?limit=3" });
});

test("tells nobody a secret", async () => {
  const { card } = simulator;
  const body = passwordRequest(card, { project: { id: card.projectId } });
  const token = (await fetch(`${simulator.iam}/auth/tokens`, { method: "POST", body })).headers.get("x-subject-token");
  simulator.change({ pace: 0, signatureEcho: true });
  await call("POST", backups, "{}");
  const id = simulator.world().instances[0]?.backups[0]?.id ?? "";
  const links = await (await call("POST", `${backups.replace("v1.0", "v2")}/${id}/links`, '{"expiration":300}')).text();
  const link = new URL(/http[^"]+/.exec(links)?.[0] ?? "no link was given");
  await fetch(link);
  await fetch(`${simulator.url}${backups}`, { headers: { "x-auth-token": "made-up-token" } });
  await fetch(`${simulator.url}/v3/${"secret".repeat(20)}?X-Auth-Token=asked&limit=1`);
  await call("GET", `${backups}?password=guessed`);
  const events = await listen();
  const text = JSON.stringify([await events.of("cloud"), await events.of("journal")]);
  const signature = link.searchParams.get("Signature") ?? "";
  expect([token, signature]).toEqual([ANY_TEXT, expect.stringMatching(/=$/)]);
  const { password, secretKey, accessKey } = card;
  for (const secret of [token, password, secretKey, accessKey, "made-up-token", "secretsecret", "asked", "guessed"]) {
    expect(text).not.toContain(secret);
  }
  for (const secret of [signature, encodeURIComponent(signature), "SIMULATORSTORAGE0001"]) {
    expect(text).not.toContain(secret);
  }
  expect(text).toContain("limit=1");
});

test("is not kept from stopping by open streams, and ends them", async () => {
  const readers = await Promise.all([listen(), listen(), listen()]);
  for (const reader of readers) await reader.of("journal");
  const started = performance.now();
  await simulator.close();
  expect(performance.now() - started).toBeLessThan(1000);
  for (const reader of readers) expect(await reader.next().catch(() => undefined)).toBeUndefined();
});

test("ends the streams of a simulator in memory when it is told to wake all", async () => {
  const reader = new EventReader(await simulator.fetch(new Request("http://dcs.test/_simulator/events")));
  await reader.of("journal");
  simulator.wakeAll();
  expect(await reader.next()).toBeUndefined();
});

test("ends the visit of who has left, and begins none for a HEAD", async () => {
  const [enter, end] = [jest.spyOn(Onlookers.prototype, "enter"), jest.spyOn(Visit.prototype, "end")];
  const request = new Request("http://dcs.test/_simulator/events");
  const reader = new EventReader(await simulator.fetch(request));
  await reader.of("journal");
  await reader.leave();
  expect(end).toHaveBeenCalledTimes(1);
  await simulator.fetch(new Request(request, { method: "HEAD" }));
  expect(enter).toHaveBeenCalledTimes(1);
});

test("ends the visit of a stream that breaks of itself", async () => {
  const end = jest.spyOn(Visit.prototype, "end");
  const complaints = jest.spyOn(console, "error").mockImplementation(() => undefined);
  jest.spyOn(News.prototype, "take").mockImplementation(() => {
    throw new Error("a fault of the page's own");
  });
  const reader = new EventReader(await simulator.fetch(new Request("http://dcs.test/_simulator/events")));
  expect(await reader.next()).toBeUndefined();
  expect(end).toHaveBeenCalledTimes(1);
  expect(complaints).toHaveBeenCalledTimes(1);
});

function rowsOf(news: unknown): unknown[] {
  const rows = valueAt(news, "rows");
  return Array.isArray(rows) ? rows : [];
}
