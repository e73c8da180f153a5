import { openBench, passwordRequest, textAt, textLike, type Bench } from "./bench";
import { signed } from "./signer";

const MINUTE = 60;

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});

/** A request signed at the bench's time, moved by so many seconds. */
function call(offset = 0) {
  const unsigned = { method: "GET", url: `http://dcs.test${bench.backups}`, headers: {} };
  const headers = signed(unsigned, bench.card, bench.now() + offset * 1000);
  return bench.send("GET", bench.backups, { headers });
}

test("every answer has the service's time in its Date header", async () => {
  const dateOf = async (path: string) => (await bench.send("GET", path)).headers.get("date");
  for (const path of ["/", "/nothing", "/v3/projects", "/_simulator/journal"]) {
    expect(await dateOf(path)).toBe("Sun, 01 Mar 2026 12:00:00 GMT");
  }
  bench.simulator.change({ clockSkew: 20 * MINUTE });
  expect(await dateOf("/")).toBe("Sun, 01 Mar 2026 12:20:00 GMT");
  bench.simulator.change({ clockSkew: -20 * MINUTE });
  expect(await dateOf("/")).toBe("Sun, 01 Mar 2026 11:40:00 GMT");
});

test.each([
  ["ahead", 20, "signature time:20260301T120000Z,server time:20260301T122000Z"],
  ["behind", -20, "signature time:20260301T120000Z,server time:20260301T114000Z"],
])("a service that is 20 minutes %s refuses a signature, and tells both times", async (_name, minutes, times) => {
  bench.simulator.change({ clockSkew: minutes * MINUTE });
  expect(await call()).toMatchObject({
    status: 401,
    body: { error_code: "APIGW.0301", error_msg: textLike(new RegExp(`signature fail:signature expired, ${times}$`)) },
  });
});

test.each([20, -20])("who signs with the time of a service that is %i minutes off is let in", async (minutes) => {
  bench.simulator.change({ clockSkew: minutes * MINUTE });
  expect(await call(minutes * MINUTE)).toMatchObject({ status: 200 });
});

test.each([
  [15 * MINUTE, 200],
  [15 * MINUTE + 1, 401],
  [-15 * MINUTE, 200],
  [-15 * MINUTE - 1, 401],
])("a skew of %i seconds is answered with %i", async (clockSkew, status) => {
  bench.simulator.change({ clockSkew });
  expect(await call()).toMatchObject({ status });
});

test("tokens need no clock, and their times are told as the service sees them", async () => {
  bench.simulator.change({ clockSkew: 60 * MINUTE });
  const { body, headers } = await bench.send("POST", "/v3/auth/tokens", {
    body: passwordRequest(bench.card, { project: { name: "eu-de" } }),
  });
  expect(textAt(body, "token", "issued_at")).toBe("2026-03-01T13:00:00.000000Z");
  expect(textAt(body, "token", "expires_at")).toBe("2026-03-02T13:00:00.000000Z");
  const token = { "x-auth-token": headers.get("x-subject-token") ?? "" };
  expect(await bench.send("GET", bench.backups, { headers: token })).toMatchObject({ status: 200 });
});

test("advancing the simulated time changes neither the Date header nor what signatures are good for", async () => {
  bench.simulator.advance("2h");
  expect((await call()).headers.get("date")).toBe("Sun, 01 Mar 2026 12:00:00 GMT");
  expect(await call()).toMatchObject({ status: 200 });
});
