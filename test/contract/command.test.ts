import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { startSimulator, type RunningSimulator } from "../../simulator/index";

const PROGRAM = join(__dirname, "../../provider/bin/pulumi-dcs-backup.js");

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await startSimulator({ world: { instances: [{ name: "sessions", backups: [{ remark: "by hand" }] }] } });
});
afterEach(() => simulator.close());

/** Runs the command with access keys in the environment and nothing else, nobody at the terminal. */
async function run(...args: readonly string[]) {
  const { card, url } = simulator;
  const keys = { OS_ACCESS_KEY: card.accessKey, OS_SECRET_KEY: card.secretKey };
  const place = { OS_REGION_NAME: card.region, OS_PROJECT_ID: card.projectId, OS_DCS_ENDPOINT_OVERRIDE: url };
  const env = { PATH: process.env["PATH"], HOME: "/nonexistent", ...keys, ...place };
  const child = spawn(process.execPath, [PROGRAM, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  const printed = { out: "", err: "" };
  child.stdout.on("data", (part: Buffer) => (printed.out += part.toString()));
  child.stderr.on("data", (part: Buffer) => (printed.err += part.toString()));
  const [code] = (await once(child, "close")) as [number | null]; // what `close` tells
  return { code, ...printed };
}

const instance = () => simulator.card.instances[0]?.id ?? "";
const backup = () => simulator.world().instances[0]?.backups[0]?.id ?? "";

test("an operator without a stack lists the backups of an instance, and deletes one", async () => {
  const listed = await run("list", "--instance", instance(), "--json");
  expect(listed).toMatchObject({ code: 0, err: "" });
  expect(JSON.parse(listed.out)).toMatchObject([{ backupId: backup(), remark: "by hand" }]);

  const asked = await run("delete", "--instance", instance(), "--backup", backup());
  expect(asked.code).toBe(2);
  expect(asked.err).toMatch(/Nothing was deleted, since there is no terminal to ask on\. Give --yes/);

  const deleted = await run("delete", "--instance", instance(), "--backup", backup(), "--yes", "--json");
  expect(deleted.code).toBe(0);
  expect(JSON.parse(deleted.out)).toEqual({ instanceId: instance(), backupId: backup(), proof: "absent" });
  expect(simulator.world().instances[0]?.backups[0]?.removedBy).toBe("delete");
  expect((await run("list", "--instance", instance(), "--api-version", "v2")).out).toMatch(/has no backup\.\n$/);
}, 30_000);

test("a wrong command ends with 2 and a failure with 1, each with one sentence", async () => {
  expect(await run("list")).toEqual({
    code: 2,
    out: "",
    err: "Give --instance and the ID of a DCS instance. pulumi-dcs-backup list --help lists what there is.\n",
  });
  const failed = await run("delete", "--instance", instance(), "--backup", "x", "--yes");
  expect(failed.code).toBe(1);
  expect(failed.err).toMatch(/^Instance .* lists no backup x, so nothing was deleted\..*\n$/);
}, 30_000);

test.each([
  [
    ["leftovers", "--file", "/nowhere/state.json"],
    /^The state could not be read from .*ENOENT.*\. Give --file FILE: what /,
  ],
  [["leftovers", "--cwd", "/nowhere"], /^There is no folder \/nowhere to run pulumi stack export in\. Give --cwd DIR/],
  [["whoami", "--cwd", "/nowhere"], /^There is no folder \/nowhere to run pulumi config .* in\. Give --cwd DIR/],
  [["lits"], /^There is no command "lits"\. Did you mean list\? pulumi-dcs-backup --help lists what there is\.$/],
])("what cannot be done as told ends with 2 and a sentence, without a stack: %j", async (args, sentence) => {
  const { code, out, err } = await run(...args);
  expect({ code, out, lines: err.split("\n").length }).toEqual({ code: 2, out: "", lines: 2 });
  expect(err.trimEnd()).toMatch(sentence);
});
