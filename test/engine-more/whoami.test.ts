import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { backup, shops, until } from "../engine/shop";
import { argumentsBelow } from "../support/process-arguments";
import { watch } from "../support/secret-watch";

const open = shops();

const COMMAND = join(__dirname, "../../provider/bin/pulumi-dcs-backup.js");

type Stack = Awaited<ReturnType<typeof open>>["stack"];

/** Runs the command in the environment of a stack, with more variables or with some taken away. */
async function whoami({ folder, env }: Stack, args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [COMMAND, "whoami", ...args], {
    cwd: folder,
    env: { ...env, ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (text += part.toString()));
  const [code] = (await once(child, "close")) as [number | null]; // what `close` tells
  watch.hear("what whoami printed", text);
  return { code, text };
}

test("whoami tells what a stack's configuration leads to, and what the cloud says to it", async () => {
  const { stack, simulator } = await open(backup());
  const { code, text } = await whoami(stack, ["--stack", "dev"]);
  expect(text).toContain("Credentials: the access key of the stack's configuration");
  expect(text).toContain(`${simulator.card.projectId} (eu-de)  dcs:projectId of the stack's configuration`);
  expect(text).toMatch(/IAM accepts {2}yes\n {2}DCS accepts {2}yes\n {2}may list {5}yes\n/);
  expect(code).toBe(0);
});

test("without a stack it tells what the environment leads to, and asks no Pulumi CLI", async () => {
  const { stack, simulator } = await open(backup());
  const { card, url, iam } = simulator;
  const environment = {
    PATH: "",
    OS_REGION_NAME: "eu-de",
    OS_DCS_ENDPOINT_OVERRIDE: url,
    OS_AUTH_URL: iam,
    OS_USERNAME: card.userName,
    OS_PASSWORD: card.password,
    OS_USER_DOMAIN_NAME: card.domainName,
  };
  const { code, text } = await whoami(stack, ["--json"], environment);
  expect(JSON.parse(text)).toMatchObject({
    credentials: { kind: "password", from: "the environment (OS_*)", fallback: null },
    project: { id: card.projectId, name: "eu-de" },
    accepted: { iam: { answer: "yes" }, dcs: { answer: "yes" } },
  });
  expect(code).toBe(0);
  const refused = await whoami(stack, [], { ...environment, OS_PASSWORD: "another-password" });
  expect(refused.code).toBe(3);
  const none = await whoami(stack, []);
  expect(none.text).toContain("No credentials for DCS were found.");
  expect(none.code).toBe(1);
});

const onLinux = process.platform === "linux" ? test : test.skip;

onLinux("while a backup is taken, no process has a secret among its arguments", async () => {
  const shop = await open(backup(), { pace: 4 });
  const { child, ended } = shop.stack.start(["up", "--yes", "--skip-preview"]);
  await until(() => shop.backups().length > 0);
  const lines = argumentsBelow(child.pid ?? 0);
  expect(lines.some((line) => line.includes("dynamic-provider"))).toBe(true);
  watch.hear("the arguments of processes", lines);
  expect((await ended).code).toBe(0);
});
