import { until } from "../engine/shop";
import { gitServers } from "./git-server";

const open = gitServers();

// A push is a preview and an update of the real CLI, and a story has several.
jest.setTimeout(300_000);

const NOTHING = "export {};\n";

test("a push adds the backup, a push that changes its triggers replaces it, and a push without it deletes it", async () => {
  const { program, push, backups, orders } = await open();
  expect(await push(program)).toMatch(/remote: .*\+ 2 created/);
  const [first, ...others] = backups();
  expect(others).toEqual([]);
  expect(first?.status).toBe("succeed");
  expect(first?.remark).toMatch(/^before release 1\.4\.0 pulumi-/);
  expect(orders()).toEqual(["POST"]);

  expect(await push(program.replace("1.4.0", "1.5.0"))).toMatch(/remote: .*\+-1 replaced/);
  expect(backups().map(({ remark }) => remark)).toEqual([expect.stringMatching(/^before release 1\.5\.0 pulumi-/)]);
  expect(orders()).toEqual(["POST", "POST", "DELETE"]);

  expect(await push(NOTHING)).toMatch(/remote: .*- 1 deleted/);
  expect(backups()).toEqual([]);
  expect(orders()).toEqual(["POST", "POST", "DELETE", "DELETE"]);
});

test("a backup that was deleted by hand returns at the drift run, which finds nothing to do the next time", async () => {
  const { program, push, deploy, clone, stack, backups, orders, simulator } = await open();
  await push(program);
  const onlyTell = ["-C", clone, "preview", "--refresh", "--expect-no-changes", "--stack", "prod"];
  const [first] = backups();
  simulator.changeBackup(first?.id ?? "", { delete: "drop" });
  expect(backups()).toEqual([]);

  expect(await deploy("up")).toMatch(/2 unchanged/);
  expect(backups()).toEqual([]);

  expect((await stack.run(...onlyTell)).code).not.toBe(0);
  expect(backups()).toEqual([]);
  await deploy("drift");
  expect(backups()).toEqual([expect.objectContaining({ status: "succeed" })]);
  expect(backups()[0]?.id).not.toBe(first?.id);
  expect((await stack.run(...onlyTell)).code).toBe(0);
  expect(await deploy("drift")).toMatch(/2 unchanged/);
  expect(orders()).toEqual(["POST", "POST"]);
});

test("a push whose program is broken changes nothing, however it is broken, and the next good one is deployed", async () => {
  const { program, push, backups, orders, state } = await open();
  await push(program);
  const before = { backups: backups(), state: state() };

  for (const { line, complaint } of BROKEN) {
    const said = await push(`${program.replace("1.4.0", "1.5.0")}${line}\n`);
    expect(said).toMatch(complaint);
    expect(said).toMatch(/remote: pulumi up of refs\/heads\/main failed at [0-9a-f]{40}, see above\./);
    expect(backups()).toEqual(before.backups);
    expect(orders()).toEqual(["POST"]);
    expect(state()).toBe(before.state);
  }

  expect(await push(program.replace("1.4.0", "1.6.0"))).toMatch(/replaced/);
  expect(backups().map(({ remark }) => remark)).toEqual([expect.stringMatching(/^before release 1\.6\.0 /)]);
});

/** Each follows after the statement that would replace the backup. */
const BROKEN = [
  { line: "const = 1;", complaint: /error TS1134|Unable to compile TypeScript/ },
  { line: 'throw new Error("the program ends here");', complaint: /the program ends here/ },
  { line: 'new Backup("more", { instanceId: "no ID", triggers: { release } });', complaint: /remote: .*instanceId/ },
];

test("a push to another branch is previewed, which sends nothing and needs no keys", async () => {
  const { program, push, previewWithoutKeys, backups, orders, simulator } = await open();
  await push(program);
  const seen = simulator.journal().length;
  expect(await push(program.replace("1.4.0", "1.5.0"), "feature")).toMatch(/remote: .*\+-1 to replace/);
  expect(await previewWithoutKeys()).toMatch(/2 unchanged/);
  expect(simulator.journal()).toHaveLength(seen);
  expect(backups()).toHaveLength(1);
  expect(orders()).toEqual(["POST"]);
});

test("two runs at the same time wait for each other", async () => {
  const { program, push, deploy, orders } = await open();
  await push(program);
  const said = await Promise.all([deploy("drift"), deploy("up")]);
  for (const text of said) expect(text).toMatch(/2 unchanged/);
  expect(orders()).toEqual(["POST"]);
});

test("a push whose connection breaks is deployed all the same", async () => {
  const { program, beginPush, deploy, backups, orders } = await open(5);
  const push = await beginPush(program);
  await until(() => orders().length > 0);
  push.kill("SIGKILL");
  // It waits for its turn, and then there is nothing left to do.
  expect(await deploy("up")).toMatch(/2 unchanged/);
  expect(backups()).toEqual([expect.objectContaining({ status: "succeed" })]);
  expect(orders()).toEqual(["POST"]);
});
