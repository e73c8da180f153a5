import { DCS_CODES, GATEWAY_CODES, SEEN_CODES } from "../../../simulator/index";
import { ANY_TEXT, openBench, textLike, type Bench } from "./bench";

let bench: Bench;
beforeEach(() => {
  bench = openBench({ pace: 0 });
});

const onV1 = () => bench.call("GET", bench.backups);
const onV2 = () => bench.call("GET", bench.v2.backups);
const take = () => bench.call("POST", bench.backups, { body: "{}" });
const backups = () => bench.simulator.world().instances[0]?.backups ?? [];
const lastEntry = () => bench.simulator.journal().at(-1);

test.each([...DCS_CODES, ...SEEN_CODES])(
  "answers $v2 on v2 and $v1 on v1.0, each in its shape",
  async ({ status, v1, v2, message }) => {
    const text = message.replace("{0}", "request");
    bench.simulator.fault({ times: 2, then: { answer: { code: v2 } } });
    expect(await onV2()).toMatchObject({ status, body: { error_code: v2, error_msg: text, error_ext_msg: null } });
    expect(await onV1()).toMatchObject({ status, body: { error: { code: v1 ?? v2, message: text } } });
    if (v1 === null) return;
    bench.simulator.fault({ then: { answer: { code: v1 } } });
    expect(await onV1()).toMatchObject({ status, body: { error: { code: v1 } } });
  },
);

test("has every row once", () => {
  const v2 = [...DCS_CODES, ...SEEN_CODES].map((row) => row.v2);
  expect(new Set(v2).size).toBe(v2.length);
});

test.each(GATEWAY_CODES)("answers $apigw and $apig as the gateway does", async ({ statuses, apig, apigw }) => {
  for (const code of [apig, apigw]) {
    bench.simulator.fault({ then: { answer: { code } } });
    const body = { error_code: code, error_msg: ANY_TEXT, request_id: ANY_TEXT };
    expect(await onV1()).toMatchObject({ status: statuses[0], body });
  }
});

test("answers another status than the table's when told so", async () => {
  bench.simulator.fault({ then: { answer: { code: "APIGW.0201", status: 502 } } });
  expect(await onV1()).toMatchObject({ status: 502, body: { error_code: "APIGW.0201" } });
});

test("answers a body and headers as they are given", async () => {
  bench.simulator.fault({ then: { answer: { status: 409, body: "no way", headers: { "x-note": "odd" } } } });
  const odd = await onV1();
  expect(odd).toMatchObject({ status: 409, text: "no way" });
  expect(odd.headers.get("x-note")).toBe("odd");
  bench.simulator.fault({ then: { answer: { status: 200, body: { backup_record_response: "none" } } } });
  expect(await onV1()).toMatchObject({ status: 200, body: { backup_record_response: "none" } });
  bench.simulator.fault({ then: { answer: { status: 500 } } });
  expect(await onV1()).toMatchObject({ status: 500, text: "" });
});

test("answers instead of the effect, or after it", async () => {
  bench.simulator.fault({ then: { answer: { code: "DCS.5000" } } });
  expect(await take()).toMatchObject({ status: 500 });
  expect(backups()).toHaveLength(0);
  expect(lastEntry()).toMatchObject({ status: 500, fault: "answer DCS.5000 before", effect: "none", principal: null });
  bench.simulator.fault({ then: { answer: { code: "DCS.5000", when: "after" } } });
  expect(await take()).toMatchObject({ status: 500, body: { error: { code: "111500000" } } });
  expect(backups()).toHaveLength(1);
  expect(lastEntry()).toMatchObject({
    status: 500,
    fault: "answer DCS.5000 after",
    effect: "done",
    principal: "backup-operator (signature)",
  });
});

test("gives an answer of ours the request id of the journal", async () => {
  bench.simulator.fault({ then: { answer: { code: "APIGW.0308" } } });
  const { headers, body } = await onV1();
  expect(headers.get("x-request-id")).toBe(lastEntry()?.requestId);
  expect(body).toMatchObject({ request_id: lastEntry()?.requestId });
});

test("cuts a body in the middle, with the length of what is sent", async () => {
  bench.simulator.fault({ then: { torn: true } });
  const { status, headers, text, body } = await take();
  expect(status).toBe(200);
  expect(text).toMatch(/^\{"backup_id":"/);
  expect(body).toBeUndefined();
  expect(headers.get("content-length")).toBe(String(text.length));
  expect(lastEntry()).toMatchObject({ fault: "torn", status: 200, effect: "done" });
});

test("writes a page of HTML", async () => {
  bench.simulator.fault({ then: { html: 502 } });
  const { status, headers, text } = await take();
  expect({ status, text }).toEqual({ status: 502, text: textLike(/<h1>502 Bad Gateway<\/h1>/) });
  expect(headers.get("content-type")).toContain("text/html");
  expect(backups()).toHaveLength(0);
  bench.simulator.fault({ then: { html: 504, when: "after" } });
  expect(await take()).toMatchObject({ status: 504 });
  expect(backups()).toHaveLength(1);
});

test("gives 200 with nothing in it, the effect taken unless told otherwise", async () => {
  bench.simulator.fault({ then: { empty: true, when: "before" } });
  bench.simulator.fault({ after: 1, then: { empty: true } });
  expect(await take()).toMatchObject({ status: 200, text: "" });
  expect(backups()).toHaveLength(0);
  expect(await take()).toMatchObject({ status: 200, text: "" });
  expect(backups()).toHaveLength(1);
});

test.each([
  [{}, null],
  [{ retryAfter: 7 }, "7"],
  [{ retryAfter: "date" as const }, "Sun, 01 Mar 2026 12:01:00 GMT"],
])("throttles with %j", async (throttle, expected) => {
  bench.simulator.fault({ then: { throttle } });
  const { status, headers, body } = await onV2();
  expect({ status, body }).toMatchObject({ status: 429, body: { error_code: "APIGW.0308" } });
  expect(headers.get("retry-after")).toBe(expected);
});

describe("401 in the middle of a run", () => {
  test("expires the token that was used, and no other", async () => {
    const [used, other] = [await bench.token(), await bench.token()];
    const lookWith = (token: string) => bench.send("GET", bench.backups, { headers: { "x-auth-token": token } });
    bench.simulator.fault({ match: { path: "backups" }, then: { unauthorized: true } });
    expect(await lookWith(used)).toMatchObject({ status: 401, body: { error_code: "APIGW.0307" } });
    expect(lastEntry()).toMatchObject({ fault: "unauthorized", effect: "none" });
    expect(await lookWith(used)).toMatchObject({ status: 401 });
    expect(await lookWith(other)).toMatchObject({ status: 200 });
  });

  test("refuses one signed request, and one for a token", async () => {
    bench.simulator.fault({ times: 2, then: { unauthorized: true } });
    expect(await onV1()).toMatchObject({ status: 401, body: { error_code: "APIGW.0301" } });
    expect(await bench.token()).toBe("no token was given");
    expect(await onV1()).toMatchObject({ status: 200 });
  });
});
