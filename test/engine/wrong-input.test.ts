import { startSimulator, type RunningSimulator } from "../../simulator/index";
import { makeStack } from "../support/pulumi-stack";

let simulator: RunningSimulator;
let stack: Awaited<ReturnType<typeof makeStack>>;

beforeEach(async () => {
  simulator = await startSimulator({ pace: 0 });
  stack = await makeStack(simulator, "");
});

afterEach(async () => {
  stack.remove();
  await simulator.close();
});

async function failing(program: string): Promise<string> {
  stack.writeProgram(program);
  const { code, text } = await stack.run("up", "--yes", "--skip-preview");
  expect(code).not.toBe(0);
  expect(text).not.toMatch(/^\s+at .+:\d+/m);
  expect(text).not.toContain("undefined");
  expect(await stack.stored()).toEqual([]);
  expect(simulator.world().instances.flatMap(({ backups }) => backups)).toEqual([]);
  return text;
}

test("a wrong argument is refused before anything is sent, in one sentence on its resource that holds no secret", async () => {
  expect(await failing(`new Backup("nothing");`)).toContain(
    "resource 'nothing' has a problem: Give instanceId: the ID of the DCS instance to back up.",
  );
  expect(await failing(`new Backup("number", { instanceId: 42 });`)).toContain(
    "resource 'number' has a problem: instanceId must be a string (the ID of the DCS instance to back up), not a number.",
  );
  expect(await failing(`new Backup("soon", { instanceId: "x", timeouts: { create: "soon" } });`)).toContain(
    `resource 'soon' has a problem: timeouts.create "soon" is not a duration above zero. Give hours, minutes and seconds`,
  );
  const secret = `pulumi.secret("private".repeat(20))`;
  const text = await failing(`new Backup("secret", { instanceId: "x", description: ${secret} });`);
  expect(text).toContain("has a problem: description has 140 bytes. Shorten it to 100 bytes of UTF-8");
  expect(text).not.toContain("privateprivate");
  expect(simulator.journal()).toEqual([]);
});

test("what only the service can refuse is one sentence on the resource, too", async () => {
  const single = simulator.card.instances.find(({ cacheMode }) => cacheMode === "single");
  const text = await failing(`
    new Backup("single", { instanceId: "${single?.id ?? ""}" });
    new Backup("unknown", { instanceId: "00000000-0000-4000-8000-000000000000" });
    new Backup("unreachable", { instanceId: "${single?.id ?? ""}", endpoint: "http://127.0.0.1:9" });`);
  expect(text).toContain("single-node instances cannot be backed up");
  expect(text).toContain("the instance does not exist");
  expect(text).toContain("at http://127.0.0.1:9: nothing listens there (connection refused). Check the endpoint");
});

test("missing and wrong credentials are one sentence each", async () => {
  const program = `new Backup("x", { instanceId: "${simulator.card.instances[0]?.id ?? ""}" });`;
  await stack.must("config", "rm", "dcs:secretKey");
  expect(await failing(program)).toContain(
    "dcs:accessKey is set in the stack's configuration, but dcs:secretKey is not. Set both there, or neither.",
  );
  await stack.must("config", "rm", "dcs:accessKey");
  expect(await failing(program)).toContain("No credentials for DCS were found.");
  const { userName, domainName } = simulator.card;
  await stack.must("config", "set", "dcs:userName", userName);
  await stack.must("config", "set", "dcs:domainName", domainName);
  await stack.must("config", "set", "--secret", "dcs:password", "a-wrong-password");
  const text = await failing(program);
  expect(text).toContain(`Could not get a token of IAM for user "${userName}" of domain "${domainName}"`);
  expect(text).not.toContain("a-wrong-password");
});
