import { deleteOne, list } from "../../provider/cli/backups";
import { lookupBehaviour } from "../../provider/lookups/behaviour";
import type { RestoreOutputs } from "../../provider/restore/outputs";
import type { RotationOutputs } from "../../provider/rotation/outputs";
import { inClouds } from "../support/in-clouds";
import { oneResource } from "../support/one-resource";
import { failureOf } from "../support/story";

test("a rotation works with the entry that it names, to the end", async () => {
  const told = inClouds();
  const stack = oneResource<RotationOutputs>(told, "rotation", "BackupRotation");
  const up = (release: number) =>
    stack.up({ keep: 1, cloud: "other", instanceId: told.elsewhere, triggers: [release] });
  await up(1);
  stack.nextRun();
  told.simulator.advance("1m");
  await up(2);
  const { projectId } = told.simulator.cardOf("other-operator");
  expect(stack.stated().outputs).toMatchObject({ cloud: "other", projectId, steps: 2 });
  expect(told.backups()).toHaveLength(1);
  await stack.refresh();
  await stack.destroy();
  expect(told.backups()).toEqual([]);
});

test("another cloud of a rotation is taken over only once its credentials show the newest backup", async () => {
  const told = inClouds();
  const stack = oneResource<RotationOutputs>(told, "rotation", "BackupRotation");
  await stack.up({ keep: 1, cloud: "main" });
  expect((await failureOf(stack.up({ keep: 1, cloud: "other" }))).message).toContain("project");
  expect(stack.stated().outputs.cloud).toBe("main");
  const { accessKey: ak, secretKey: sk } = told.simulator.card;
  told.files["/here/clouds.yaml"] = JSON.stringify({
    clouds: { renamed: { region_name: "eu-de", auth: { ak, sk } } },
  });
  expect(await stack.up({ keep: 1, cloud: "renamed" })).toBe("updated");
  expect(stack.stated().outputs.cloud).toBe("renamed");
  await stack.destroy();
  expect(told.backups()).toEqual([]);
});

test("a rotation whose cloud is no longer named forgets it, also in a step that is cut off", async () => {
  const told = inClouds();
  const stack = oneResource<RotationOutputs>(told, "rotation", "BackupRotation");
  await stack.up({ keep: 1, cloud: "main" });
  const { accessKey, secretKey } = told.simulator.card;
  Object.assign(told.settings, { "dcs:accessKey": accessKey, "dcs:secretKey": secretKey });
  told.simulator.change({ pace: 600 });
  await failureOf(stack.up({ keep: 1, triggers: [2], timeouts: { create: "1m" } }));
  expect(stack.stated()).toMatchObject({ partial: true });
  expect(stack.stated().outputs).not.toHaveProperty("cloud");
  expect(await stack.up({ keep: 1, triggers: [2] })).toBe("updated");
  expect(stack.stated().outputs).not.toHaveProperty("cloud");
});

test("a restore works with the entry that it names; another one is taken over without a request", async () => {
  const told = inClouds();
  const { outs } = await told.create(told.inputs({ cloud: "other", instanceId: told.elsewhere }));
  const stack = oneResource<RestoreOutputs>(told, "restore", "Restore");
  const args = { instanceId: told.elsewhere, backupId: outs.backupId, overwrite: true };
  expect(await stack.up({ ...args, cloud: "other" })).toBe("created");
  expect(stack.stated().outputs).toMatchObject({ cloud: "other", projectId: outs.projectId, status: "succeed" });
  await stack.refresh();
  const before = told.requests().length;
  expect(await stack.up(args)).toBe("updated");
  expect(stack.stated().outputs).not.toHaveProperty("cloud");
  expect(told.requests()).toHaveLength(before);
});

test("a lookup and the commands work with the entry that they are given", async () => {
  const told = inClouds();
  const { clock, elsewhere: instanceId, connect } = told;
  const { outs } = await told.create(told.inputs({ cloud: "other", instanceId }));
  const { getBackup } = lookupBehaviour({ clock, connect });
  const found = await clock.run(getBackup({ instanceId, cloud: "other" }));
  expect(found.backupId).toBe(outs.backupId);
  await expect(clock.run(getBackup({ instanceId, cloud: "none" }))).rejects.toMatchObject({
    code: "bad-configuration",
  });
  const printed: string[] = [];
  const means = {
    clock,
    dice: () => 0.5,
    sendBy: () => () => Promise.reject(new Error("the connection that was given is used")),
    surroundingsOf: () => {
      throw new Error("the connection that was given is used");
    },
    print: (text: string) => printed.push(text),
    complain: () => undefined,
    ask: () => Promise.resolve("yes"),
  };
  const flags = { instance: instanceId, stack: undefined, cwd: ".", json: false, place: { cloud: "other" } };
  await clock.run(list(flags, connect, means));
  expect(printed.join("")).toContain(outs.backupId);
  expect(await clock.run(deleteOne({ ...flags, backup: outs.backupId, yes: true }, connect, means))).toBe(0);
  expect(told.backups()).toEqual([]);
});
