import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { COMMAND_NAMES, COMMANDS } from "../../provider/cli/command-line/commands";
import { helpOf } from "../../provider/cli/command-line/help";
import type { Flags } from "../../simulator/cli-flags";
import { runProgram, simulatorProgram } from "../../simulator/cli-program";
import { startSimulator, type RunningSimulator } from "../../simulator/index";
import { isInstalled, type Shell } from "../support/shells";
import { ROOT } from "../support/root";

const INSTANCE = "5560df16-cebf-4473-95c4-d1b573c16e79";
const BACKUP = "4631832a-14c6-45b0-a0b3-3abd8f591ad1";
const MARK = "pulumi-0a1b2c-abcdefgh";

let simulator: RunningSimulator;
let folder: string;
beforeEach(async () => {
  const backups = [{ id: BACKUP, remark: `left over ${MARK}` }];
  simulator = await startSimulator({ world: { instances: [{ id: INSTANCE, name: "sessions", backups }] } });
  folder = mkdtempSync(join(tmpdir(), "examples-"));
});
afterEach(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a line in a shell that finds both programs, a Pulumi CLI that knows one stack, and the simulator's credentials. */
async function run(shell: Shell, line: string): Promise<{ code: number | null; out: string; err: string }> {
  const { card, url, iam } = simulator;
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const program = (name: string, text: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`, { mode: 0o700 });
  };
  for (const path of ["provider/bin/pulumi-dcs-backup.js", "simulator/bin/dcs-simulator.js"]) {
    program(path.replace(/^.*\/|\.js$/g, ""), `exec "${process.execPath}" "${join(ROOT, path)}" "$@"`);
  }
  const place = { OS_REGION_NAME: card.region, OS_PROJECT_ID: card.projectId, OS_DCS_ENDPOINT_OVERRIDE: url };
  const settings = { region: card.region, projectId: card.projectId, endpoint: url, accessKey: card.accessKey };
  const config = Object.entries({ ...settings, secretKey: card.secretKey }).map(([key, value]) => [
    `dcs:${key}`,
    { value },
  ]);
  writeFileSync(join(folder, "config.json"), JSON.stringify(Object.fromEntries(config)));
  writeFileSync(join(folder, "state.json"), JSON.stringify(stateOfAKilledRun()));
  const answers = `case "$*" in "stack export"*) cat state.json ;; "config --json"*) cat config.json ;; refresh*) ;;`;
  program("pulumi", `${answers} *) exit 9 ;; esac`);
  const auth = { ak: card.accessKey, sk: card.secretKey, auth_url: iam, project_name: "eu-de" };
  const otc = { region_name: "eu-de", dcs_endpoint_override: url, auth };
  writeFileSync(join(folder, "clouds.yaml"), JSON.stringify({ clouds: { otc } }));
  const keys = { OS_ACCESS_KEY: card.accessKey, OS_SECRET_KEY: card.secretKey, OS_AUTH_URL: iam };
  const env = { PATH: [bin, process.env["PATH"]].join(delimiter), HOME: folder, ...place, ...keys };
  const child = spawn(shell, [...(shell === "zsh" ? ["-f"] : []), "-c", line], { cwd: folder, env });
  child.stdin.end();
  const printed = { out: "", err: "" };
  child.stdout.on("data", (part: Buffer) => (printed.out += part.toString()));
  child.stderr.on("data", (part: Buffer) => (printed.err += part.toString()));
  const [code] = (await once(child, "close")) as [number | null]; // what `close` tells
  return { code, ...printed };
}

/** A create that was cut off, whose mark the simulator's one backup bears. */
function stateOfAKilledRun() {
  const type = "pulumi-nodejs:dynamic/dcs:Backup";
  const resource = { urn: `urn:pulumi:prod::shop::${type}::a`, type, inputs: { instanceId: INSTANCE, mark: MARK } };
  return { deployment: { resources: [], pending_operations: [{ type: "creating", resource }] } };
}

const ASKING = COMMAND_NAMES.filter((name) => name !== "completion").flatMap((name) =>
  COMMANDS[name].examples.map((example) => ({ name, example })),
);

test.each(ASKING)(
  "$example does what the help of $name says, and ends with a code of it",
  async ({ name, example }) => {
    expect(helpOf(name)).toContain(`\n  ${example}\n`);
    const { code, out, err } = await run("bash", example);
    expect({ isTold: Object.keys(COMMANDS[name].exitCodes).includes(String(code)), code, err }).toMatchObject({
      isTold: true,
    });
    if (name !== "whoami") expect(out + err).toContain(BACKUP);
    const isGone = simulator.world().instances[0]?.backups.every(({ removedBy }) => removedBy === "delete");
    expect(isGone).toBe(example.includes("delete"));
  },
);

test.each(["pulumi-dcs-backup", "dcs-simulator"])("the help of %s makes each shell complete it", async (program) => {
  const help = await run("bash", `${program} completion --help`);
  rmSync(join(folder, "bin"), { recursive: true });
  const lines = help.out.split("\n").filter((line) => line.includes(`${program} completion `) && line.includes("# in"));
  expect(lines.map((line) => /completion (\w+)/.exec(line)?.[1])).toEqual(["bash", "zsh", "fish"]);
  const registered = {
    bash: (line: string) => `${line}\ncomplete -p ${program}`,
    zsh: (line: string) => `autoload -Uz compinit; compinit -u\n${line}\nprint $_comps[${program}]`,
    fish: (line: string) => `${line}\ncomplete -C '${program} completion b'`,
  };
  for (const [index, shell] of (["bash", "zsh", "fish"] as const).entries()) {
    if (!isInstalled(shell)) continue; // completion.test.ts says so
    const { out, err } = await run(shell, registered[shell](lines[index]?.trim() ?? ""));
    rmSync(join(folder, "bin"), { recursive: true });
    expect({ shell, out, err }).toMatchObject({ out: expect.stringMatching(/_\w+|bash/) as string, err: "" });
  }
});

test("every example of dcs-simulator is understood, and starts what it says", async () => {
  const started: Flags[] = [];
  const program = () =>
    simulatorProgram({
      start: (flags) => {
        started.push(flags);
        return Promise.resolve();
      },
      complete: () => undefined,
    });
  let help = "";
  await runProgram(program().configureOutput({ writeOut: (text) => (help += text) }), ["--help"]);
  writeFileSync(join(folder, "world.json"), JSON.stringify({ instances: [{ name: "mine" }] }));
  const examples = help.split("Examples:\n")[1]?.trim().split("\n") ?? [];
  for (const example of examples) {
    const [name, ...words] = example.trim().split(" ");
    expect(name).toBe("dcs-simulator");
    await runProgram(
      program(),
      words.map((word) => (word === "world.json" ? join(folder, word) : word)),
    );
  }
  expect(started).toEqual([
    {},
    { port: 8420, pace: 10, log: true },
    { world: expect.objectContaining({ instances: [expect.objectContaining({ name: "mine" })] }) as unknown },
    { tls: "tls", clientCertificate: true },
  ]);
});
