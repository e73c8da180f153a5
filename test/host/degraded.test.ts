import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSimulator, type RunningSimulator } from "../../simulator/index";
import { hostCalls } from "../support/host-calls";
import { type HostStart, startHostProcess } from "../support/host-process";
import { backupsOf, checkedInputs, settingsOf } from "../support/simulated-stack";

// Each thing that the package uses in Pulumi's host is a convenience: where it is missing, only that is missing.

let simulator: RunningSimulator;
let host: Awaited<ReturnType<typeof startHostProcess>>;
let calls: ReturnType<typeof hostCalls>;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "degraded-"));
});

afterEach(async () => {
  calls.close();
  await host.kill();
  await simulator.close();
  rmSync(folder, { recursive: true });
});

async function start(pace: number, how: HostStart) {
  simulator = await startSimulator({ pace });
  host = await startHostProcess(how);
  calls = hostCalls(host.port);
  await calls.configure(settingsOf(simulator));
}

async function expectAWholeLife() {
  const { id, outputs } = await calls.create(await checkedInputs(calls, simulator));
  expect(outputs).toMatchObject({ status: "succeed" });
  await calls.remove(id, outputs);
  expect(backupsOf(simulator)).toEqual([]);
}

function preload(script: string): string[] {
  const file = join(folder, "preload.cjs");
  writeFileSync(file, script);
  return ["--require", file];
}

/** An address where nobody listens any more. */
async function deadAddress(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return `127.0.0.1:${address.port}`;
}

test.each([
  ["a word", "none"],
  ["a flag", "--logtostderr"],
  ["nothing", ""],
])("without the engine's address (%s instead) the work is done in silence", async (_, lastArgument) => {
  await start(0, { lastArgument });
  await expectAWholeLife();
  expect(host.noise()).toBe("");
});

test("with the address of an engine that is gone, the work is done in silence, and the host can end at once", async () => {
  await start(1, { lastArgument: await deadAddress() });
  await expectAWholeLife();
  expect(host.noise()).toBe("");
  const asked = performance.now();
  host.interrupt();
  await host.exited;
  expect(performance.now() - asked).toBeLessThan(4_000); // after 5 s the engine would kill it
});

test.each([
  ["announces no stream", `require("node:diagnostics_channel").subscribe = () => {};`],
  ["has no announcements at all", `delete require("node:diagnostics_channel").subscribe;`],
])("where Node.js %s, Cancel changes nothing and the call goes on to its end", async (_, script) => {
  await start(1, { lastArgument: "none", nodeFlags: preload(script) });
  const creating = calls.create(await checkedInputs(calls, simulator));
  while (backupsOf(simulator).length === 0) await new Promise((resolve) => setImmediate(resolve));
  await calls.cancel();
  expect((await creating).outputs).toMatchObject({ status: "succeed" });
  expect(host.noise()).toBe("");
});

test.each(["/dev/null", __filename])(
  "with %s for stdin instead of the engine's pipe, the work is done",
  async (stdin) => {
    await start(0, { lastArgument: "none", stdin });
    await expectAWholeLife();
    expect(host.noise()).toBe("");
  },
);
