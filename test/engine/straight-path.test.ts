import { rmSync } from "node:fs";
import { join } from "node:path";
import { startSimulator, type RunningSimulator } from "../../simulator/index";
import { makeStack } from "../support/pulumi-stack";
import { PROVIDER_TEXT } from "../support/provider-text";

type Stack = Awaited<ReturnType<typeof makeStack>>;

let simulator: RunningSimulator;
let stack: Stack;

async function start(pace: number, program: (instanceId: string) => string) {
  simulator = await startSimulator({ pace });
  stack = await makeStack(simulator, program(simulator.card.instances[0]?.id ?? ""));
}

afterEach(async () => {
  stack.remove();
  await simulator.close();
});

const program = (args: string) => (instanceId: string) =>
  `const backup = new Backup("before-release", { instanceId: "${instanceId}", ${args} });
   exports.backupId = backup.backupId; exports.status = backup.status;`;

/** The requests that reached the service since the last call. */
function requests(): string[] {
  const seen = simulator.journal().slice(taken);
  taken += seen.length;
  return seen.map(({ method, status }) => `${method} ${status}`);
}
let taken = 0;
beforeEach(() => (taken = 0));

const backups = () =>
  simulator
    .world()
    .instances.flatMap((instance) => instance.backups)
    .filter(({ deletedAt }) => !deletedAt);

test("up takes a backup, an unchanged up and a preview send nothing, destroy deletes it with the stored IDs", async () => {
  await start(3, program(`description: "before release"`));
  const preview = await stack.must("preview");
  expect(preview).toMatch(/\+ 2 to create/);
  expect(requests()).toEqual([]);

  const up = await stack.up();
  expect(up).toMatch(/backup_\d{14} \d+ %, \d+ s/);
  expect(up).toMatch(/backup_\d{14} done, /);
  expect(backups()).toHaveLength(1);
  const [stored] = await stack.stored();
  expect(stored?.inputs["__provider"]).toBe(PROVIDER_TEXT);
  expect(stored?.outputs["__provider"]).toBe(PROVIDER_TEXT);
  expect(stored?.outputs["mark"]).toMatch(/^pulumi-[0-9a-f]{6}-[a-z0-9]{8}$/);
  expect(backups()[0]?.remark).toBe(`before release ${String(stored?.outputs["mark"])}`);
  const size =
    Buffer.byteLength(JSON.stringify({ ...stored?.inputs })) + Buffer.byteLength(JSON.stringify(stored?.outputs));
  expect(size - 4 * PROVIDER_TEXT.length).toBeLessThan(1_500);
  expect(Buffer.byteLength(PROVIDER_TEXT)).toBeLessThanOrEqual(64);

  requests();
  expect(await stack.up()).toMatch(/unchanged/);
  expect(requests()).toEqual([]);

  await stack.destroy();
  expect(requests()).toEqual(["DELETE 200", "GET 200"]);
  expect(backups()).toEqual([]);
  const [deletion] = simulator.journal().filter(({ method }) => method === "DELETE");
  const { projectId, instanceId, backupId } = stored?.outputs ?? {};
  expect(deletion?.path).toBe(`/v1.0/${String(projectId)}/instances/${String(instanceId)}/backups/${String(backupId)}`);
});

test("changed triggers take the new backup first and delete the old one after", async () => {
  await start(0, program("triggers: { release: 1 }"));
  await stack.up();
  requests();
  const [old] = backups();
  stack.writeProgram(program("triggers: { release: 2 }")(simulator.card.instances[0]?.id ?? ""));
  expect(await stack.up()).toMatch(/replaced/);
  expect(requests()).toEqual(["POST 200", "GET 200", "DELETE 200", "GET 200"]);
  expect(backups()).toHaveLength(1);
  expect(backups()[0]?.id).not.toBe(old?.id);
  await stack.destroy();
});

test("a plan that a preview made can be carried out", async () => {
  await start(0, program(`description: "planned"`));
  await stack.must("preview", "--save-plan", join(stack.folder, "plan.json"));
  await stack.up("--plan", join(stack.folder, "plan.json"));
  expect(backups()).toHaveLength(1);
  await stack.destroy();
});

test("destroy needs no program, only the package", async () => {
  await start(0, program(""));
  await stack.up();
  rmSync(join(stack.folder, "index.js"));
  await stack.destroy();
  expect(backups()).toEqual([]);
});

test("Ctrl-C during the wait keeps the ID, and the next up goes on waiting for the same backup", async () => {
  await start(12, program(""));
  const running = stack.start(["up", "--yes", "--skip-preview"]);
  while (!/backup_\d{14}/.test(running.text())) await new Promise((resolve) => setTimeout(resolve, 20));
  running.child.kill("SIGINT");
  const { code, text } = await running.ended;
  expect(code).not.toBe(0);
  expect(text).toContain("as Pulumi was asked to stop. The next pulumi up goes on waiting");
  const [stored] = await stack.stored();
  expect(stored?.id).toBe(`${simulator.card.instances[0]?.id ?? ""}/${backups()[0]?.id ?? ""}`);
  expect(stored?.initErrors).toHaveLength(1);
  await stack.up();
  const [resumed] = await stack.stored();
  expect(resumed).toMatchObject({ id: stored?.id, outputs: { status: "succeed" } });
  expect(simulator.journal().filter(({ method }) => method === "POST")).toHaveLength(1);
  await stack.destroy();
  expect(backups()).toEqual([]);
});

test("no secret of the configuration is in the exported state or in any output", async () => {
  await start(1, program(`description: pulumi.secret("a-private-remark")`));
  const texts = [await stack.must("preview"), await stack.up(), await stack.must("stack", "export")];
  texts.push(await stack.must("stack", "output", "--json"), await stack.destroy());
  for (const text of texts) {
    expect(text).not.toContain(simulator.card.secretKey);
    expect(text).not.toContain("a-private-remark");
  }
});
