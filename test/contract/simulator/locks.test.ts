import { openBench, passwordRequest, textLike, type Bench } from "./bench";
import { signed, type Keys } from "./signer";

const LOCKED = {
  status: 401,
  body: { error_code: "APIGW.0301", error_msg: textLike(/AK access failed to reach the limit,forbidden\.$/) },
};
const WRONG = { status: 401, body: { error_msg: textLike(/verify aksk signature fail$/) } };

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});

const good = () => bench.call("GET", bench.backups);
const bad = (keys: Keys = { ...bench.card, secretKey: "guessed" }) => {
  const unsigned = { method: "GET", url: `http://dcs.test${bench.backups}`, headers: {} };
  return bench.send("GET", bench.backups, { headers: signed(unsigned, keys, bench.now()) });
};
async function times(count: number, attempt: () => Promise<unknown>): Promise<void> {
  for (let each = 0; each < count; each++) await attempt();
}

test("five wrong signatures in a row lock an access key, also for right ones", async () => {
  await times(4, bad);
  expect(await bad()).toMatchObject(WRONG);
  expect(await bad()).toMatchObject(LOCKED);
  expect(await good()).toMatchObject(LOCKED);
});

test("four failures and a success lock nothing, however often", async () => {
  for (let round = 0; round < 3; round++) {
    await times(4, bad);
    expect(await good()).toMatchObject({ status: 200 });
  }
});

test("a locked key is free after five minutes, whatever was tried meanwhile", async () => {
  await times(5, bad);
  bench.pass(299.999);
  expect(await good()).toMatchObject(LOCKED);
  bench.pass(0.001);
  expect(await good()).toMatchObject({ status: 200 });
});

test("the time that is advanced frees a key too", async () => {
  await times(5, bad);
  bench.simulator.advance("5m");
  expect(await good()).toMatchObject({ status: 200 });
});

test("other keys stay free, and so does the locked user's password", async () => {
  await times(6, bad);
  expect(await bench.call("GET", "/v3/projects", { as: "other-operator" })).toMatchObject({ status: 200 });
  expect(await bench.token()).toMatch(/^MII/);
});

test("signatures of another time and unknown keys count as well", async () => {
  const unsigned = { method: "GET", url: `http://dcs.test${bench.backups}`, headers: {} };
  const old = () =>
    bench.send("GET", bench.backups, { headers: signed(unsigned, bench.card, bench.now() - 3_600_000) });
  await times(5, old);
  expect(await good()).toMatchObject(LOCKED);
  const unknown = () => bad({ accessKey: "NOBODY", secretKey: "guessed" });
  await times(5, unknown);
  expect(await unknown()).toMatchObject(LOCKED);
});

test("locks are listed while they last, and gone after a reset", async () => {
  await times(5, bad);
  const lock = { of: `key ${bench.card.accessKey}`, until: "2026-03-01T12:05:00.000Z" };
  expect(bench.simulator.locks()).toEqual([lock]);
  expect(await bench.send("GET", "/_simulator/locks")).toMatchObject({ body: [lock] });
  bench.pass(300);
  expect(bench.simulator.locks()).toEqual([]);
  await times(5, bad);
  bench.simulator.reset();
  expect(await good()).toMatchObject({ status: 200 });
});

test("options say after how many failures and for how long", async () => {
  bench = openBench({ lockAfter: 2, keyLock: 10 });
  await times(2, bad);
  expect(await good()).toMatchObject(LOCKED);
  bench.pass(10);
  expect(await good()).toMatchObject({ status: 200 });
  bench.simulator.change({ lockAfter: null });
  await times(20, bad);
  expect(await good()).toMatchObject({ status: 200 });
});

describe("a user's password", () => {
  const ask = (password = bench.card.password) => {
    const body = passwordRequest({ ...bench.card, password });
    return bench.send("POST", "/v3/auth/tokens", { body });
  };
  const locked = {
    status: 401,
    body: { error: { code: 401, message: "The account is locked.", title: "Unauthorized" } },
  };

  test("is locked for fifteen minutes by five wrong ones in a row", async () => {
    await times(5, () => ask("guessed"));
    expect(await ask()).toMatchObject(locked);
    bench.pass(899);
    expect(await ask()).toMatchObject(locked);
    bench.pass(1);
    expect(await ask()).toMatchObject({ status: 201 });
  });

  test("that is locked leaves the user's keys and tokens alone", async () => {
    const headers = { "x-auth-token": await bench.token() };
    await times(5, () => ask("guessed"));
    expect(await good()).toMatchObject({ status: 200 });
    expect(await bench.send("GET", bench.backups, { headers })).toMatchObject({ status: 200 });
  });

  test("of nobody is wrong for ever, and never locked", async () => {
    const body = passwordRequest({ ...bench.card, userName: "nobody" });
    const unknown = () => bench.send("POST", "/v3/auth/tokens", { body });
    await times(6, unknown);
    expect(await unknown()).toMatchObject({ body: { error: { message: "The username or password is wrong." } } });
  });
});
