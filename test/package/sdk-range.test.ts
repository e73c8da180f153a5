import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSimulator, type RunningSimulator } from "../../simulator/index";
import { hostCalls } from "../support/host-calls";
import { startHostProcess } from "../support/host-process";
import { startListeningEngine } from "../support/listening-engine";
import { backupsOf, checkedInputs, failureOf, OWNER, settingsOf } from "../support/simulated-stack";
import { peerDependencies } from "../../provider/package.json";
import { installedStack, NEWEST_SDK } from "./installed-stack";
import { install } from "./package-managers";
import { type Program, PROGRAMS } from "./programs";
import { packTarball } from "./tarball";

const LONGEST = 600_000; // the network decides how long an installation takes

/** What the package itself says. */
const OLDEST = peerDependencies["@pulumi/pulumi"].replace("^", "");

let tarball: Awaited<ReturnType<typeof packTarball>>;

beforeAll(async () => {
  tarball = await packTarball();
}, LONGEST);
afterAll(() => {
  tarball.remove();
});

describe.each([OLDEST, NEWEST_SDK])("under @pulumi/pulumi %s", (version) => {
  let folder: string;
  let simulator: RunningSimulator;
  let engine: Awaited<ReturnType<typeof startListeningEngine>>;
  let host: Awaited<ReturnType<typeof startHostProcess>>;
  let calls: ReturnType<typeof hostCalls>;

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "sdk-range-")));
    const dependencies = { "@pulumi/pulumi": version, "pulumi-dcs-backup": `file:${tarball.file}` };
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "shop", private: true, dependencies }));
    await install("npm", folder);
    const installed = readFileSync(join(folder, "node_modules/@pulumi/pulumi/package.json"), "utf8");
    expect(installed).toContain(`"version": "${version}"`);
  }, LONGEST);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(pace: number) {
    simulator = await startSimulator({ pace });
    engine = await startListeningEngine();
    const script = join(folder, "node_modules/@pulumi/pulumi/cmd/dynamic-provider");
    host = await startHostProcess({ folder, script, lastArgument: engine.address });
    calls = hostCalls(host.port);
    await calls.configure(settingsOf(simulator));
  }
  afterEach(async () => {
    calls.close();
    await host.kill();
    engine.stop();
    await simulator.close();
  });

  test("a backup is taken, told about on its own row, looked at, and deleted", async () => {
    await start(1);
    const inputs = await checkedInputs(calls, simulator, { triggers: { release: [1, null] } });
    const { id, outputs } = await calls.create(inputs);
    expect(outputs).toMatchObject({ status: "succeed", triggers: { release: [1, null] } });
    expect(engine.messages.at(-1)).toEqual({
      urn: OWNER,
      text: expect.stringMatching(/^backup_\d{14} done, /) as string, // jest's matcher stands for the text
      ephemeral: true,
    });
    expect(await calls.read(id, outputs)).toEqual({ id, outputs });
    expect((await calls.update(id, outputs, { ...inputs, description: "after all" })).outputs).toMatchObject({
      description: "after all",
      backupId: outputs["backupId"],
    });
    await calls.remove(id, outputs);
    expect(backupsOf(simulator)).toEqual([]);
    expect(host.noise()).toBe("");
  });

  test("a wait that ends early gives the engine the ID, the outputs and a reason", async () => {
    await start(600);
    const failure = await failureOf(
      calls.create(await checkedInputs(calls, simulator, { timeouts: { create: "500ms" } })),
    );
    const [backup] = backupsOf(simulator);
    expect(failure.partial).toMatchObject({
      id: `${simulator.card.instances[0]?.id ?? ""}/${backup?.id ?? ""}`,
      properties: { backupId: backup?.id, status: expect.any(String) as string }, // as above
      reasons: [expect.stringContaining("The next pulumi up goes on waiting")],
    });
  });

  test("Cancel ends a wait of ten minutes at once, and keeps the ID", async () => {
    await start(600);
    const creating = failureOf(calls.create(await checkedInputs(calls, simulator)));
    while (engine.messages.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const began = performance.now();
    await calls.cancel();
    const { partial } = await creating;
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(partial?.reasons[0]).toContain("as Pulumi was asked to stop");
    expect(partial?.properties["backupId"]).toBe(backupsOf(simulator)[0]?.id);
  });

  test("a refused deletion is one sentence without a stack, and deletes nothing", async () => {
    await start(0);
    const { id, outputs } = await calls.create(await checkedInputs(calls, simulator));
    const failure = await failureOf(calls.remove(id, { ...outputs, projectId: "0".repeat(32) }));
    expect(failure.message).toMatch(/^Could not delete backup /);
    expect(host.noise()).not.toMatch(/^\s+at /m);
    expect(backupsOf(simulator)).toHaveLength(1);
  });
});

describe(`on the real engine, under @pulumi/pulumi ${OLDEST}`, () => {
  let simulator: RunningSimulator;
  let stack: Awaited<ReturnType<typeof installedStack>> | undefined;

  afterEach(async () => {
    stack?.remove();
    await simulator.close();
  });

  test(
    "a program compiles with a TypeScript of its time, takes its backup and deletes it",
    async () => {
      simulator = await startSimulator({ pace: 0 });
      const program = ofItsTime(PROGRAMS["TypeScript, CommonJS"](simulator.card.instances[0]?.id ?? ""));
      stack = await installedStack({ manager: "npm", program, tarball: tarball.file, sdk: OLDEST }, simulator);
      expect(await stack.up()).toMatch(/backup_\d{14} done, /);
      expect(await stack.up()).toMatch(/2 unchanged/);
      await stack.destroy();
      expect(backupsOf(simulator)).toEqual([]);
    },
    LONGEST,
  );
});

/** With the TypeScript that the oldest SDK accepts, and the options of Pulumi's templates in its days. */
function ofItsTime({ devDependencies, files, ...program }: Program): Program {
  const compilerOptions = { target: "es2020", module: "commonjs", moduleResolution: "node", strict: true };
  return {
    ...program,
    devDependencies: { ...devDependencies, typescript: "5.9.3" },
    files: { ...files, "tsconfig.json": JSON.stringify({ compilerOptions, files: ["index.ts"] }) },
  };
}
