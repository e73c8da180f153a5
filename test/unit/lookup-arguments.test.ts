import { InstanceAnswer } from "../../provider/dcs/wire";
import { lookupBehaviour, type Lookups } from "../../provider/lookups/behaviour";
import { VirtualClock } from "../support/virtual-clock";

const lookups = lookupBehaviour({
  clock: new VirtualClock(),
  connect: () => Promise.reject(new Error("it was let pass")),
});

/** As a JavaScript program calls it. */
function call(name: keyof Lookups, args: unknown): Promise<unknown> {
  return (lookups[name] as (given: unknown) => Promise<unknown>)(args);
}

const instanceId = "i";
const output = { apply: () => undefined };

test.each<[keyof Lookups, unknown, string]>([
  ["getBackups", {}, "getBackups cannot look: instanceId must be a string: the ID of a DCS instance."],
  ["getBackups", undefined, "instanceId must be a string"],
  ["getBackups", { instanceId: "i/b" }, "instanceId must not hold a slash"],
  [
    "getBackups",
    { instanceId: output },
    "instanceId is an Output, which getBackups cannot wait for. Call getBackupsOutput",
  ],
  ["getBackups", { instanceId, backupId: "b" }, "backupId is none of its arguments, which are instanceId, mostRecent,"],
  ["getBackups", { instanceId, type: "hand" }, 'type must be "manual" or "auto".'],
  ["getBackups", { instanceId, status: "" }, "status must be a string"],
  ["getBackups", { instanceId, backupFormat: "RDB" }, 'backupFormat must be "aof" or "rdb".'],
  ["getBackups", { instanceId, createdAfter: "yesterday" }, "createdAfter is not a time. Give ISO 8601"],
  ["getBackups", { instanceId, createdBefore: 7 }, "createdBefore must be a string"],
  ["getBackups", { instanceId, text: "" }, "text must be a string"],
  ["getBackups", { instanceId, mostRecent: "yes" }, "mostRecent must be true or false."],
  ["getBackups", { instanceId, endpoint: "dcs" }, "endpoint is not a base URL"],
  ["getBackup", { instanceId, backupId: "i/b" }, "Give the ID of a backup, without that of its instance."],
  ["getInstance", {}, "give either instanceId or name, and not both"],
  ["getInstance", { instanceId, name: "n" }, "give either instanceId or name, and not both"],
  ["getInstance", { name: 7 }, "name must be a string"],
  ["getInstances", { name: "" }, "name must be a string"],
  ["getInstances", { apiVersion: "v3" }, "apiVersion"],
  ["getBackupFileLinks", { instanceId }, "backupId must be a string"],
  ["getBackupFileLinks", { instanceId, backupId: "b", expiration: 299 }, "from 300 (five minutes) to 86400 (a day)"],
  ["getBackupFileLinks", { instanceId, backupId: "b", expiration: 86_401 }, "from 300"],
  ["getBackupFileLinks", { instanceId, backupId: "b", expiration: 300.5 }, "from 300"],
  ["getBackupFileLinks", { instanceId, backupId: "b", apiVersion: "v1.0" }, "apiVersion is none of its arguments"],
])("%s refuses %j", async (name, args, sentence) => {
  const failure = await call(name, args).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: "bad-configuration" });
  expect(String(failure)).toContain(sentence);
});

test.each<[keyof Lookups, unknown]>([
  ["getBackups", { instanceId, type: "auto", region: undefined, createdAfter: "2026-02-01", mostRecent: false }],
  ["getBackup", { instanceId, backupId: "b" }],
  ["getInstance", { name: "n", instanceId: undefined }],
  ["getInstances", {}],
  ["getBackupFileLinks", { instanceId, backupId: "b", expiration: 300 }],
  ["getBackupFileLinks", { instanceId, backupId: "b", expiration: 86_400 }],
])("%s lets pass %j", async (name, args) => {
  await expect(call(name, args)).rejects.toThrow("it was let pass");
});

test("all that is wrong is said at once", async () => {
  await expect(call("getBackups", { instanceID: "i", type: "x" })).rejects.toThrow(
    /instanceID is none of its arguments.*instanceId must be a string.*type must be/,
  );
});

test("an instance is understood whatever its policy and its capacity look like", () => {
  const row = { instance_id: "i", status: "RUNNING" };
  const read = (more: object) => InstanceAnswer.parse({ ...row, ...more });
  for (const instance_backup_policy of [undefined, null, {}, "none", { policy: null }, { policy: { save_days: [] } }]) {
    expect(read({ instance_backup_policy }).backupPolicy?.saveDays).toBeUndefined();
  }
  expect(read({ instance_backup_policy: { policy: { backup_type: "manual" } } }).backupPolicy).toEqual({
    type: "manual",
    saveDays: undefined,
    backupAt: [],
    beginAt: undefined,
  });
  expect(read({ capacity: 0, capacity_minor: ".125" }).capacity).toBe(0.125);
  expect(read({ capacity: 2, capacity_minor: ".5" }).capacity).toBe(2);
  expect(read({ capacity: 0, capacity_minor: "" }).capacity).toBeUndefined();
  expect(read({ capacity_minor: "small" }).capacity).toBeUndefined();
});
