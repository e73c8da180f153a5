import { whoami } from "../../provider/cli/whoami";
import { createSimulator, type SimulatorOptions } from "../../simulator/index";
import { seededDice } from "../support/dice";
import { sendTo } from "../support/in-memory";
import { surroundingsOf } from "../support/surroundings";
import { VirtualClock } from "../support/virtual-clock";

const HERE = {
  OS_DCS_ENDPOINT_OVERRIDE: "http://dcs.test",
  OS_AUTH_URL: "http://dcs.test/v3",
  OS_REGION_NAME: "eu-de",
};

/** Runs the command as a user with these variables. */
async function asked(
  environment: (simulator: ReturnType<typeof createSimulator>) => Record<string, string>,
  { json = false, cloud, ...options }: SimulatorOptions & { json?: boolean; cloud?: string } = {},
) {
  const clock = new VirtualClock();
  const simulator = createSimulator({ clock, seed: "whoami", pace: 0, ...options });
  const printed: string[] = [];
  const variables = { ...HERE, ...environment(simulator) };
  const files = { "/here/clouds.yaml": JSON.stringify({ clouds: { otc: cloudOf(variables) } }) };
  const code = await clock.run(
    whoami(
      { stack: undefined, cwd: undefined, cloud, json },
      {
        clock,
        dice: seededDice(),
        sendBy: () => sendTo(simulator, clock),
        surroundingsOf: () => surroundingsOf({ environment: cloud === undefined ? variables : {}, files }),
        print: (text) => printed.push(text),
        complain: (text) => printed.push(text),
      },
    ),
  );
  const text = printed.join("");
  for (const name of ["backup-operator", "backup-reader"]) {
    const { password, secretKey } = simulator.cardOf(name);
    for (const secret of [password, secretKey]) expect(text).not.toContain(secret);
  }
  return {
    code,
    text,
    simulator,
    statuses: simulator.journal().map(({ method, status }) => `${method} ${status ?? ""}`),
  };
}

const cloudOf = ({ OS_ACCESS_KEY: ak = "", OS_SECRET_KEY: sk = "" }: Readonly<Record<string, string>>) => ({
  region_name: "eu-de",
  dcs_endpoint_override: "http://dcs.test",
  auth: { ak, sk, auth_url: "http://dcs.test/v3", project_name: "eu-de" },
});

type Card = ReturnType<ReturnType<typeof createSimulator>["cardOf"]>;
const keysOf = ({ accessKey, secretKey }: Card) => ({ OS_ACCESS_KEY: accessKey, OS_SECRET_KEY: secretKey });

test("what would be used is told with its sources, and what both services and the role say to it", async () => {
  const { code, text, simulator } = await asked(({ card }) => keysOf(card));
  expect(code).toBe(0);
  expect(text).toBe(`Credentials: the access key of the environment (OS_*)
  accessKey  …0001        OS_ACCESS_KEY of the environment
  secretKey  (not shown)  OS_SECRET_KEY of the environment

Place:
  region   eu-de                                     OS_REGION_NAME of the environment
  project  ${simulator.card.projectId} (eu-de)  OS_REGION_NAME of the environment
  DCS      http://dcs.test (v1.0)                    OS_DCS_ENDPOINT_OVERRIDE of the environment
  IAM      http://dcs.test/v3                        OS_AUTH_URL of the environment

Asked:
  IAM accepts  yes
  DCS accepts  yes
  may list     yes
  may create   probably: asked for an instance that does not exist, DCS refused it for that reason
  may delete   probably: asked for an instance that does not exist, DCS refused it for that reason
`);
});

test("nothing is changed by asking", async () => {
  const { simulator } = await asked(({ card }) => keysOf(card));
  expect(simulator.world().instances.flatMap(({ backups }) => backups)).toEqual([]);
  expect(simulator.journal().map(({ effect }) => effect)).not.toContain("done");
});

test.each([
  ["backup-reader", { list: "yes", create: "no", delete: "no" }],
  ["backup-maker", { list: "yes", create: "probably", delete: "no" }],
  ["stranger", { list: "no", create: "no", delete: "no" }],
])("what the role of %s may do is told", async (name, may) => {
  const { code, text } = await asked((simulator) => keysOf(simulator.cardOf(name)), { json: true });
  const report = JSON.parse(text) as Record<string, Record<string, { answer: string }>>;
  const answers = Object.fromEntries(Object.entries(report["may"] ?? {}).map(([right, { answer }]) => [right, answer]));
  expect(answers).toEqual(may);
  expect(report["accepted"]?.["dcs"]?.answer).toBe("yes");
  expect(code).toBe(0);
});

test("a user with a password is told by name, and a refused one by the reason; nothing more is asked then", async () => {
  const password = {
    OS_USERNAME: "backup-operator",
    OS_PASSWORD: "wrong",
    OS_USER_DOMAIN_NAME: "OTC-SIMULATOR-000000000010000",
  };
  const { code, text, statuses } = await asked(() => password);
  expect(code).toBe(3);
  expect(text).toContain('Credentials: user "backup-operator" of domain "OTC-SIMULATOR-000000000010000"');
  expect(text).toMatch(/IAM accepts {2}no: Could not get a token of IAM .+ HTTP 401/);
  expect(text).toContain("may delete   not told: it was not asked, as what comes before failed");
  expect(statuses).toEqual(["POST 401"]);
});

test("refused keys are told as such, with one refused signature", async () => {
  const { code, text, statuses } = await asked(({ card }) => ({
    ...keysOf(card),
    OS_SECRET_KEY: "not-the-key",
    OS_PROJECT_ID: card.projectId,
  }));
  expect(code).toBe(3);
  expect(text).toMatch(/DCS accepts {2}no: .+HTTP 401/);
  expect(text).toContain("may list     not told: the list could not be read, as said above");
  expect(statuses.filter((status) => status.endsWith("401")).length).toBeLessThanOrEqual(2);
});

test("an entry of clouds.yaml is used when it is named", async () => {
  const { code, text } = await asked(({ card }) => keysOf(card), { cloud: "otc" });
  expect(code).toBe(0);
  expect(text).toContain('auth.ak of cloud "otc" in /here/clouds.yaml');
  expect(text).not.toContain("of the environment");
});

test("a wrong clock is a note, not a refusal", async () => {
  const { code, text } = await asked(({ card }) => keysOf(card), { clockSkew: 1_800 });
  expect(code).toBe(0);
  expect(text).toContain("Note:\n  this machine's clock is 30 minutes behind the service's");
});

test("where IAM knows no such project, it has accepted the credentials, and that is what is told", async () => {
  const { code, text } = await asked(({ card }) => ({ ...keysOf(card), OS_PROJECT_NAME: "eu-de_elsewhere" }));
  expect(code).toBe(3);
  expect(text).toMatch(/IAM accepts +yes/);
  expect(text).toMatch(/DCS accepts +not told: No project is named "eu-de_elsewhere"/);
});
