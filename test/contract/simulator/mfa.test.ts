import { passcodeAt } from "../../../simulator/iam/passcode";
import { openBench, type Bench } from "./bench";

const WRONG = { status: 401, body: { error: { code: 401, message: "The username or password is wrong." } } };
const OFFICER = "backup-officer";

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});

interface Given {
  readonly passcode?: string;
  readonly whose?: { id: string } | { name: string };
  readonly as?: string;
}

/** Asks for a token of the user with MFA, with the passcode where one is given. */
function ask({ passcode, whose, as = OFFICER }: Given) {
  const { userName, userId, password, domainName, projectId } = bench.simulator.cardOf(as);
  const user = { name: userName, password, domain: { name: domainName } };
  const totp = { user: { ...(whose ?? { id: userId }), passcode } };
  const identity =
    passcode === undefined
      ? { methods: ["password"], password: { user } }
      : { methods: ["password", "totp"], password: { user }, totp };
  const body = JSON.stringify({ auth: { identity, scope: { project: { id: projectId } } } });
  return bench.send("POST", "/v3/auth/tokens", { body });
}

const shown = () => bench.simulator.passcode(OFFICER);

// RFC 6238, appendix B, for SHA-1: the last six of its eight digits. The seed is "12345678901234567890" in base32.
test.each([
  [59, "287082"],
  [1111111109, "081804"],
  [1234567890, "005924"],
  [20000000000, "353130"],
])("shows at second %i the passcode %s that the standard gives", (seconds, passcode) => {
  expect(passcodeAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", seconds * 1000)).toBe(passcode);
});

test("gives a token for a password with the passcode of the moment, by the user's id or name", async () => {
  const answer = await ask({ passcode: shown() });
  expect(answer).toMatchObject({ status: 201, body: { token: { methods: ["password", "totp"] } } });
  const headers = { "x-auth-token": answer.headers.get("x-subject-token") ?? "" };
  expect(await bench.send("GET", bench.backups, { headers })).toMatchObject({ status: 200 });
  bench.simulator.advance("1m");
  expect(await ask({ passcode: shown(), whose: { name: OFFICER } })).toMatchObject({ status: 201 });
});

test("takes a passcode once, also while it is still shown", async () => {
  expect(await ask({ passcode: shown() })).toMatchObject({ status: 201 });
  expect(await ask({ passcode: shown() })).toMatchObject(WRONG);
  bench.simulator.advance("30s");
  expect(await ask({ passcode: shown() })).toMatchObject({ status: 201 });
});

test("refuses the password alone", async () => {
  expect(await ask({})).toMatchObject(WRONG);
});

test("refuses a wrong passcode, and one for another user, in the words for a wrong password", async () => {
  const wrong = shown() === "000000" ? "000001" : "000000";
  expect(await ask({ passcode: wrong })).toMatchObject(WRONG);
  expect(await ask({ passcode: shown(), whose: { name: "backup-operator" } })).toMatchObject(WRONG);
});

test("takes a passcode for another half a minute after it has changed, and not longer", async () => {
  const passcode = shown();
  bench.pass(30);
  expect(shown()).not.toBe(passcode);
  expect(await ask({ passcode })).toMatchObject({ status: 201 });
  bench.pass(30);
  expect(await ask({ passcode })).toMatchObject(WRONG);
});

test("does not mind a passcode of a user without MFA", async () => {
  expect(await ask({ passcode: "123456", as: "backup-operator" })).toMatchObject({ status: 201 });
});

test("needs no passcode of a signature", async () => {
  expect(await bench.call("GET", bench.backups, { as: OFFICER })).toMatchObject({ status: 200 });
});

test("shows the passcode over HTTP too, and says of whom there is none", async () => {
  const path = (name: string) => `/_simulator/users/${name}/passcode`;
  expect(await bench.send("GET", path(OFFICER))).toMatchObject({ status: 200, body: { passcode: shown() } });
  expect(await bench.send("GET", path("backup-operator"))).toMatchObject({ status: 400 });
  expect(await bench.send("GET", path("nobody"))).toMatchObject({ status: 404 });
});
