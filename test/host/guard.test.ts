import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSimulator, type RunningSimulator } from "../../simulator/index";
import { startDynamicHost } from "../support/dynamic-host";
import { backupsOf, checkedInputs, failureOf, settingsOf } from "../support/simulated-stack";

const POST = { method: "POST", path: "/backups" };

let simulator: RunningSimulator;
let host: Awaited<ReturnType<typeof startDynamicHost>>;

async function start(pace: number, environment: Record<string, string> = {}) {
  simulator = await startSimulator({ pace });
  host = await startDynamicHost(settingsOf(simulator), environment);
}

afterEach(async () => {
  await host.stop();
  await simulator.close();
});

const all = () => simulator.world().instances.flatMap(({ backups }) => backups);
const left = () => backupsOf(simulator);
const inputs = (args?: Record<string, unknown>) => checkedInputs(host, simulator, args);

/** A call whose result nobody will take. */
const unheard = (call: Promise<unknown>) => {
  call.catch(() => undefined);
};

async function until(isSo: () => boolean) {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}

test("when the engine dies during a wait, the backup is deleted as soon as it may be, and the host is gone", async () => {
  await start(2);
  unheard(host.create(await inputs()));
  await until(() => left().length > 0);
  host.closeInput();
  await host.exited;
  expect(all()).toHaveLength(1);
  expect(left()).toEqual([]);
});

test.each(["receipt", "effect"] as const)(
  "when the engine dies while the create is held (%s), nothing is left",
  async (at) => {
    await start(1);
    simulator.fault({ match: POST, then: { hold: "post", at } });
    unheard(host.create(await inputs()));
    await until(() => simulator.held().length > 0);
    host.closeInput();
    simulator.release("post");
    await host.exited;
    expect(left()).toEqual([]);
  },
);

test("when the engine dies, an adopted backup is left where it is", async () => {
  await start(600);
  unheard(host.create(await inputs()));
  await until(() => left().length > 0);
  const adopt = left()[0]?.id;
  await host.stop();
  host = await startDynamicHost(settingsOf(simulator));
  unheard(host.create(await inputs({ adopt })));
  await until(() => host.messages.length > 0);
  host.closeInput();
  await host.exited;
  expect(left()).toHaveLength(1);
});

test("when the engine dies during a deletion, nothing more is sent, since the state keeps the resource", async () => {
  await start(0);
  const { id, outputs } = await host.create(await inputs());
  simulator.fault({ match: { method: "DELETE" }, times: 1_000, then: { answer: { code: "DCS.4097" } } });
  unheard(host.remove(id, outputs));
  await until(() => simulator.journal().some(({ method }) => method === "DELETE"));
  host.closeInput();
  await host.exited;
  expect(left()).toHaveLength(1);
});

test("an idle host goes at once: when the engine dies, and at SIGINT", async () => {
  await start(0);
  await host.create(await inputs());
  host.closeInput();
  await host.exited;
  await host.stop();
  host = await startDynamicHost(settingsOf(simulator));
  await inputs();
  host.interrupt();
  const [code] = (await host.exited) as [number | null];
  expect(code).toBe(0);
  expect(left()).toHaveLength(1);
});

test("a second Ctrl-C while the create is on its way deletes what it makes, before the engine's SIGKILL", async () => {
  await start(0);
  simulator.fault({ match: POST, then: { hold: "post", at: "effect" } });
  unheard(host.create(await inputs()));
  await until(() => simulator.held().length > 0);
  await host.cancel();
  host.interrupt();
  // Nothing tells from outside that the signal has arrived.
  await new Promise((resolve) => setTimeout(resolve, 300));
  simulator.release("post");
  await host.exited;
  expect(all()).toHaveLength(1);
  expect(left()).toEqual([]);
});

test("SIGTERM to the host itself ends its waits like Ctrl-C: the engine is told the ID, and an idle host goes soon", async () => {
  await start(600);
  const creating = host.create(await inputs());
  await until(() => left().length > 0);
  host.terminate();
  expect((await failureOf(creating)).partial?.id).toContain(left()[0]?.id);
  host.terminate();
  const [code] = (await host.exited) as [number | null];
  expect(code).toBe(0);
});

/** Starts a host to which the signal comes when such a call is over and its answer is about to be written. */
async function startWithSigtermAtTheAnswerTo(call: "Check" | "Create") {
  const folder = mkdtempSync(join(tmpdir(), "guard-"));
  const preload = join(folder, "preload.cjs");
  writeFileSync(
    preload,
    `const http2 = require("node:http2");
    const { createServer } = http2;
    http2.createServer = (...how) => createServer(...how).on("stream", (stream, headers) => {
      if (!headers[":path"].endsWith("/${call}")) return;
      const { respond } = stream;
      stream.respond = (...answer) => {
        process.emit("SIGTERM");
        return respond.apply(stream, answer);
      };
    });`,
  );
  await start(0, { NODE_OPTIONS: `--require ${JSON.stringify(preload)}` });
  rmSync(folder, { recursive: true });
}

test("SIGTERM at the moment of an answer takes nothing from it: the engine is told the ID", async () => {
  await startWithSigtermAtTheAnswerTo("Create");
  expect((await host.create(await inputs())).id).toContain(left()[0]?.id);
  const [code] = (await host.exited) as [number | null];
  expect(code).toBe(0);
});

test("a create that comes after SIGTERM makes nothing, since the host is about to go", async () => {
  await startWithSigtermAtTheAnswerTo("Check");
  const { message } = await failureOf(host.create(await inputs()));
  expect(message).toMatch(/^No backup of .+ was made, as Pulumi was asked to stop/);
  await host.exited;
  expect(all()).toEqual([]);
});
