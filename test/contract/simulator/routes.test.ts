import { openBench, textLike, type Bench } from "./bench";

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});

test.each(["/nothing", "/v1.0/x/nothing", "/v1.0/x/instances/y/backups/z/links", "/v20", "/v10"])(
  "answers 404 111404001 to %s",
  async (path) => {
    const answer = await bench.call("GET", path);
    expect(answer).toMatchObject({ status: 404, body: { error: { code: "111404001" } } });
  },
);

test.each([
  ["PUT", "/v1.0/x/instances/y/backups"],
  ["DELETE", "/v1.0/x/instances/y/backups"],
  ["GET", "/v1.0/x/instances/y/backups/z"],
  ["POST", "/v1.0/x/instances"],
  ["POST", "/"],
])("answers 405 111405001 to %s %s", async (method, path) => {
  expect(await bench.call(method, path)).toMatchObject({ status: 405, body: { error: { code: "111405001" } } });
});

test("answers below /v3 in keystone's words", async () => {
  expect(await bench.call("GET", "/v3/nothing")).toMatchObject({
    status: 404,
    body: { error: { code: 404, title: "Not Found" } },
  });
  expect(await bench.call("PUT", "/v3/auth/tokens")).toMatchObject({
    status: 405,
    body: { error: { code: 405, title: "Method Not Allowed" } },
  });
});

test("answers below /_simulator with a sentence", async () => {
  expect(await bench.send("GET", "/_simulator/nothing")).toMatchObject({
    status: 404,
    body: { error: textLike(/GET journal/) },
  });
  expect(await bench.send("GET", "/_simulator/reset")).toMatchObject({ status: 405 });
});

test("tells its API versions without credentials", async () => {
  const version = { id: "v1.0", status: "DEPRECATED", min_version: "", version: "" };
  const current = { ...version, id: "v2", status: "CURRENT" };
  expect(await bench.send("GET", "/")).toMatchObject({ status: 200, body: { versions: [version, current] } });
  expect(await bench.send("GET", "/v1.0")).toMatchObject({ status: 200, body: { version } });
  expect(await bench.send("GET", "/v2")).toMatchObject({ status: 200, body: { version: current } });
});

test("writes DCS's errors as one object with code and message", async () => {
  const { body } = await bench.call("GET", "/nothing");
  expect(body).toEqual({ error: { code: "111404001", message: "The requested URL does not exist." } });
});

test("gives every answer a request id of its own", async () => {
  const answers = [
    await bench.call("GET", bench.backups),
    await bench.call("GET", "/nothing"),
    await bench.send("GET", "/v3/projects"),
    await bench.send("GET", bench.backups),
  ];
  const ids = answers.map(({ headers }) => headers.get("x-request-id"));
  expect(new Set(ids).size).toBe(4);
  expect(ids).toEqual(ids.map(() => textLike(/^[0-9a-f]{32}$/)));
});
