import * as pulumi from "@pulumi/pulumi";
import {
  getBackup,
  getBackupFileLinks,
  getBackupFileLinksOutput,
  getBackupOutput,
  getBackups,
  getBackupsOutput,
  getInstance,
  getInstanceOutput,
  getInstances,
  getInstancesOutput,
} from "../../provider/index";

const asked: pulumi.runtime.MockCallArgs[] = [];

/** Answers every call with this, as a user's mocks do; `preview` as `setMocks` has it. */
async function mock(answer: Record<string, unknown>, preview = false) {
  asked.length = 0;
  await pulumi.runtime.setMocks(
    {
      newResource: ({ name, inputs }) => ({ id: name, state: inputs as Record<string, unknown> }),
      call: (args) => {
        asked.push(args);
        return answer;
      },
    },
    "shop",
    "dev",
    preview,
  );
}

/** A resource that is not made yet: in a preview its output is unknown. */
class Unmade extends pulumi.CustomResource {
  declare readonly known: pulumi.Output<string>;

  constructor(name: string) {
    super("shop:index:Unmade", name, { known: undefined });
  }
}

const valueOf = <T>(output: pulumi.Output<T>) => new Promise<T>((resolve) => output.apply(resolve));
const instanceId = "i";

test("under mocks every lookup asks them by its name with its arguments, and gives what they answer", async () => {
  await mock({ backups: [{ backupId: "b" }], instances: [{ instanceId }], links: [{ link: "l" }], status: "mocked" });
  expect(await getBackups({ instanceId, mostRecent: true })).toEqual([{ backupId: "b" }]);
  expect(await getBackup({ instanceId })).toMatchObject({ status: "mocked" });
  expect(await getInstances()).toEqual([{ instanceId }]);
  expect(await getInstance({ name: "sessions" })).toMatchObject({ status: "mocked" });
  expect(await getBackupFileLinks({ instanceId, backupId: "b" })).toMatchObject({ links: [{ link: "l" }] });
  expect(asked.map(({ token, inputs }) => [token, inputs as unknown])).toEqual([
    ["pulumi-dcs-backup:index:getBackups", { instanceId, mostRecent: true }],
    ["pulumi-dcs-backup:index:getBackup", { instanceId }],
    ["pulumi-dcs-backup:index:getInstances", {}],
    ["pulumi-dcs-backup:index:getInstance", { name: "sessions" }],
    ["pulumi-dcs-backup:index:getBackupFileLinks", { instanceId, backupId: "b" }],
  ]);
});

test("mocks that answer with their arguments, as most do, stand for empty lists", async () => {
  await mock({ instanceId });
  expect(await getBackups({ instanceId })).toEqual([]);
  expect(await getInstances({})).toEqual([]);
  expect(await getBackupFileLinks({ instanceId, backupId: "b" })).toMatchObject({ links: [] });
});

test("the Output twins wait for their arguments", async () => {
  await mock({ backups: [{ backupId: "b" }], instances: [{ instanceId }], backupId: "b" });
  expect(await valueOf(getBackupsOutput({ instanceId: pulumi.output("later") }))).toEqual([{ backupId: "b" }]);
  expect(await valueOf(getBackupOutput({ instanceId: pulumi.output("later") }))).toMatchObject({ backupId: "b" });
  expect(await valueOf(getInstanceOutput({ name: pulumi.output("later") }))).toMatchObject({ backupId: "b" });
  expect(await valueOf(getInstancesOutput({ name: pulumi.output("later") }))).toEqual([{ instanceId }]);
  expect(await valueOf(getInstancesOutput())).toEqual([{ instanceId }]);
  expect(asked.map(({ inputs }) => inputs as unknown)).toEqual([
    { instanceId: "later" },
    { instanceId: "later" },
    { name: "later" },
    { name: "later" },
    {},
  ]);
});

test("links are secret as an Output, whatever their arguments are; a secret argument makes any lookup secret", async () => {
  await mock({ links: [{ link: "l" }] });
  expect(await pulumi.isSecret(getBackupFileLinksOutput({ instanceId, backupId: "b" }))).toBe(true);
  expect(await pulumi.isSecret(getBackupsOutput({ instanceId }))).toBe(false);
  expect(await pulumi.isSecret(getBackupsOutput({ instanceId: pulumi.secret("i") }))).toBe(true);
});

test("an unknown argument keeps the result unknown in a preview, and nobody is asked", async () => {
  await mock({ backups: [{ backupId: "b" }] }, true);
  const unknown = new Unmade("later").known;
  const outputs = [
    getBackupsOutput({ instanceId: unknown }),
    getBackupOutput({ instanceId, text: unknown }),
    getInstanceOutput({ name: unknown }),
    getInstancesOutput({ name: unknown }),
    getBackupFileLinksOutput({ instanceId, backupId: unknown }),
  ];
  for (const output of outputs) {
    const { isKnown } = output as unknown as { isKnown: Promise<boolean> }; // Pulumi keeps it internal
    expect(await isKnown).toBe(false);
  }
  expect(asked).toEqual([]);
  expect(await valueOf(getBackupsOutput({ instanceId }))).toEqual([{ backupId: "b" }]);
});
