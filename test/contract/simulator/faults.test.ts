import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FaultSpec } from "../../../simulator/index";
import { openBench, textLike, type Bench } from "./bench";

let bench: Bench;
beforeEach(() => {
  bench = openBench({ pace: 0 });
});

const BUSY = { answer: { status: 503 } };
const look = () => bench.call("GET", bench.backups);

async function statuses(count: number, path = bench.backups): Promise<number[]> {
  const answers: number[] = [];
  for (let turn = 0; turn < count; turn++) answers.push((await bench.call("GET", path)).status);
  return answers;
}

test("meets one request unless it says how many, and lets some pass first", async () => {
  bench.simulator.fault({ then: BUSY });
  expect(await statuses(2)).toEqual([503, 200]);
  bench.simulator.fault({ then: BUSY, times: 2 });
  expect(await statuses(3)).toEqual([503, 503, 200]);
  bench.simulator.fault({ then: BUSY, after: 2, times: 2 });
  expect(await statuses(5)).toEqual([200, 200, 503, 503, 200]);
});

test.each<[string, FaultSpec["match"], string]>([
  ["a method", { method: "post" }, "POST"],
  ["a part of the path", { path: "/backups?limit" }, "GET limited"],
  ["a regular expression of the path", { path: "instances/[^/]+$" }, "GET instance"],
  ["the sender", { principal: "other-operator" }, "GET other"],
  ["how the sender proved it", { principal: "\\(token\\)" }, "GET token"],
  ["all of them together", { method: "GET", path: "backups", principal: "backup-operator \\(sig" }, "GET limited"],
  ["nothing that was asked", { path: "nowhere" }, ""],
])("is met by %s", async (_name, match, expected) => {
  const token = await bench.token();
  bench.simulator.fault({ ...(match && { match }), then: BUSY, times: 1 });
  const requests: [string, () => Promise<{ status: number }>][] = [
    ["GET other", () => bench.call("GET", bench.backups, { as: "other-operator" })],
    ["GET token", () => bench.send("GET", `${bench.backups}?start=2`, { headers: { "x-auth-token": token } })],
    ["GET instance", () => bench.call("GET", bench.instance)],
    ["POST", () => bench.call("POST", bench.backups, { body: "{}" })],
    ["GET limited", () => bench.call("GET", `${bench.backups}?limit=3`)],
  ];
  const met: string[] = [];
  for (const [name, send] of requests) if ((await send()).status === 503) met.push(name);
  expect(met.join()).toBe(expected);
});

test("of several that match, the first that is ready is met, and all of them count", async () => {
  bench.simulator.fault({ then: { answer: { status: 502 } } });
  bench.simulator.fault({ after: 1, then: { answer: { status: 504 } } });
  expect(await statuses(3)).toEqual([502, 504, 200]);
  expect(bench.simulator.faults().map(({ matched, used }) => [matched, used])).toEqual([
    [3, 1],
    [3, 1],
  ]);
});

test("is asked for, listed with its use and cleared over HTTP, and leaves no trace in the journal but where it was met", async () => {
  const body = JSON.stringify({ match: { method: "GET" }, times: 2, then: { answer: { code: "DCS.4096" } } });
  expect(await bench.send("POST", "/_simulator/faults", { body })).toMatchObject({ status: 201, body: { used: 0 } });
  await look();
  expect(await bench.send("GET", "/_simulator/faults")).toMatchObject({
    body: [{ match: { method: "GET" }, times: 2, after: 0, matched: 1, used: 1 }],
  });
  expect(await bench.send("DELETE", "/_simulator/faults")).toMatchObject({ status: 204 });
  expect(await look()).toMatchObject({ status: 200 });
  expect(bench.simulator.journal().map(({ status, fault }) => [status, fault])).toEqual([
    [400, "answer DCS.4096 before"],
    [200, null],
  ]);
});

test("never meets a control request, and is gone after a reset", async () => {
  bench.simulator.fault({ then: BUSY });
  expect(await bench.send("GET", "/_simulator/world")).toMatchObject({ status: 200 });
  bench.simulator.reset();
  expect(await look()).toMatchObject({ status: 200 });
});

test("the table of simulator/README.md has a row for each kind of fault", async () => {
  const { body } = await bench.send("POST", "/_simulator/faults", { body: JSON.stringify({ then: {} }) });
  const [, kinds = ""] = /give one of ([\w, ]+)/.exec(JSON.stringify(body)) ?? [];
  const page = readFileSync(join(__dirname, "../../../simulator/README.md"), "utf8");
  const [, rows = ""] = /\n\| `then` (.*?)\n\n/s.exec(page) ?? [];
  const told = [...rows.matchAll(/^\| `\{(\w+):/gm)].map(([, kind]) => kind);
  expect(told).toEqual(kinds.split(", "));
});

test.each<[unknown, RegExp]>([
  [{}, /then: give one of answer, delay, hold/],
  [{ then: {} }, /then: give one of answer/],
  [{ then: { explode: true } }, /then: give one of answer/],
  [{ then: { answer: {} } }, /then\.answer: give a status or a code/],
  [{ then: { answer: { code: "DCS.9999" } } }, /then\.answer\.code: give a code of DCS or of the gateway/],
  [{ then: { answer: { status: 99 } } }, /then\.answer\.status: give an HTTP status from 200/],
  [{ then: { delay: -1 } }, /then\.delay: give a number of at least 0/],
  [{ then: { hold: "a", at: "end" } }, /then\.at: give "receipt" or "effect"/],
  [{ then: { reset: "during" } }, /then\.reset: give "before" or "after"/],
  [{ times: 0, then: { torn: true } }, /times: give a number of at least 1/],
  [{ match: { paht: "x" }, then: { torn: true } }, /match: Unrecognized key: "paht"/],
])("refuses %j in a sentence that says where", async (spec, expected) => {
  const answer = await bench.send("POST", "/_simulator/faults", { body: JSON.stringify(spec) });
  expect(answer).toMatchObject({ status: 400, body: { error: textLike(expected) } });
  expect(bench.simulator.faults()).toEqual([]);
  expect(await bench.send("POST", "/_simulator/faults", { body: "{" })).toMatchObject({
    status: 400,
    body: { error: textLike(/The fault cannot be used: the body is no JSON/) },
  });
});
