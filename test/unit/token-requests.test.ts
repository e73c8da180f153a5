import type { HttpRequest } from "../../provider/dcs/exchange";
import { gateOf } from "../../provider/dcs/gate";
import type { Credentials, PasswordUser } from "../../provider/identity/credentials";
import { ServiceTime } from "../../provider/identity/skew";
import { Standing } from "../../provider/identity/standing";
import { seededDice } from "../support/dice";
import { VirtualClock } from "../support/virtual-clock";

// The bodies as the IAM API reference and the known clients have them.

const BY_NAME: PasswordUser = { user: { name: "u", domain: { name: "d" } }, password: "pass-word" };
const AGENCY = { name: "a", domain: { name: "lender" } };

/** What is sent to IAM for a project, by its name and then by the ID that IAM answers. */
async function asked(credentials: Pick<Credentials, "base" | "agency">) {
  const clock = new VirtualClock();
  const sent: { headers: HttpRequest["headers"]; auth: unknown }[] = [];
  const standing = new Standing(
    { ...credentials, from: "a test", parts: [] },
    {
      send: ({ headers, body = "{}" }) => {
        sent.push({ headers, auth: (JSON.parse(body) as { auth: unknown }).auth });
        const token = { expires_at: "2026-11-25T10:00:00.000000Z", project: { id: "the-project" } };
        const answer = {
          status: 201,
          headers: { "x-subject-token": `token-${sent.length}` },
          body: JSON.stringify({ token }),
        };
        return Promise.resolve(answer);
      },
      clock,
      dice: seededDice(),
      time: new ServiceTime(clock),
      gateOf: () => gateOf(clock, seededDice()),
      authUrl: "https://iam.test/v3",
    },
  );
  expect(await clock.run(standing.project("eu-de"))).toBe("the-project");
  const request: HttpRequest = { method: "GET", url: "https://dcs.test/", headers: {} };
  const authorized = await clock.run(standing.authorizer("https://dcs.test", "the-project").authorize(request));
  return { sent, token: authorized.request.headers["x-auth-token"] };
}

const scope = { project: { name: "eu-de" } };

test.each([
  [
    "by name",
    BY_NAME,
    { methods: ["password"], password: { user: { name: "u", domain: { name: "d" }, password: "pass-word" } } },
  ],
  [
    "by ID, with a passcode",
    { user: { id: "i" }, password: "pass-word", passcode: "123456" },
    {
      methods: ["password", "totp"],
      password: { user: { id: "i", password: "pass-word" } },
      totp: { user: { id: "i", passcode: "123456" } },
    },
  ],
])("a user %s is asked for once, and the token serves the project by its ID, too", async (_how, user, identity) => {
  const { sent, token } = await asked({ base: { kind: "password", user } });
  expect(sent.map(({ auth }) => auth)).toEqual([{ identity, scope }]);
  expect(token).toBe("token-1");
});

test("an agency is taken on with a token of the user's own domain, for a project of the lender's", async () => {
  const { sent, token } = await asked({ base: { kind: "password", user: BY_NAME }, agency: AGENCY });
  expect(sent.map(({ auth }) => auth)).toEqual([
    {
      identity: { methods: ["password"], password: { user: { ...BY_NAME.user, password: "pass-word" } } },
      scope: { domain: { name: "d" } },
    },
    {
      identity: { methods: ["assume_role"], assume_role: { domain_name: "lender", xrole_name: "a" } },
      scope: { project: { name: "eu-de", domain: { name: "lender" } } },
    },
  ]);
  expect(sent[1]?.headers["x-auth-token"]).toBe("token-1");
  expect(token).toBe("token-2");
});

test("an agency on top of a given token asks nothing for that", async () => {
  const agency = { ...AGENCY, domain: { id: "lender-id" } };
  const { sent } = await asked({ base: { kind: "token", token: "given-token" }, agency });
  expect(sent).toHaveLength(1);
  expect(sent[0]?.headers["x-auth-token"]).toBe("given-token");
  expect(sent[0]?.auth).toMatchObject({ identity: { assume_role: { domain_id: "lender-id", xrole_name: "a" } } });
});
