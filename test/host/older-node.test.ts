import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { tmpdir } from "node:os";
import { refusalOfNode } from "../../provider/node-version";
import { startSimulator, type RunningSimulator } from "../../simulator/index";
import { PROVIDER_TEXT } from "../support/provider-text";
import { hostCalls } from "../support/host-calls";
import { type HostStart, startHostProcess } from "../support/host-process";
import { failureOf, settingsOf } from "../support/simulated-stack";

let simulator: RunningSimulator;
let host: Awaited<ReturnType<typeof startHostProcess>>;
let calls: ReturnType<typeof hostCalls>;
let folder: string | undefined;

async function start(how: HostStart) {
  simulator = await startSimulator({ pace: 0 });
  host = await startHostProcess(how);
  calls = hostCalls(host.port);
  await calls.configure(settingsOf(simulator));
}

afterEach(async () => {
  calls.close();
  await host.kill();
  await simulator.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

/** Every operation, each as the first one of its kind: an older Node.js must not hang any of them. */
async function expectRefusals(version: string) {
  const inputs = { __provider: PROVIDER_TEXT, instanceId: simulator.card.instances[0]?.id };
  const refused = [
    calls.check({}, inputs),
    calls.create(inputs),
    calls.read("i/b", inputs),
    calls.update("i/b", inputs, inputs),
    calls.remove("i/b", inputs),
  ];
  for (const call of refused) {
    const { message, partial } = await failureOf(call);
    expect(message).toBe(refusalOfNode(version));
    expect(partial).toBeUndefined();
  }
  expect(host.noise()).not.toMatch(/^\s+at /m);
  expect(simulator.journal()).toEqual([]);
}

test("on a Node.js that says it is older, every operation says which one is needed, and nothing is sent", async () => {
  folder = mkdtempSync(join(tmpdir(), "older-node-"));
  const preload = join(folder, "preload.cjs");
  writeFileSync(
    preload,
    `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "22.12.9" } });`,
  );
  await start({ lastArgument: "none", nodeFlags: ["--require", preload] });
  await expectRefusals("22.12.9");
});

const older = olderNode();

(older ? test : test.skip)("on the machine's own older Node.js the same is said, and nothing hangs", async () => {
  await start({ lastArgument: "none", node: older?.program ?? "" });
  await expectRefusals(older?.version ?? "");
});

/** The first Node.js on PATH that is too old, where this machine has one. */
function olderNode(): { program: string; version: string } | undefined {
  const programs = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, "node"));
  return programs
    .filter((program) => existsSync(program))
    .map((program) => ({ program, version: execFileSync(program, ["--version"]).toString().trim().slice(1) }))
    .find(({ version }) => refusalOfNode(version) !== undefined);
}
