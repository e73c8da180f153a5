import * as pulumi from "@pulumi/pulumi";
import { BackupRotation } from "../../provider/index";
import { ROTATION_TEXT } from "../support/provider-text";
import { registered } from "../support/registered";

test("a rotation is registered under the name and the text that the state keeps for ever", async () => {
  const { type, name, inputs } = await registered(() => new BackupRotation("nightly", { instanceId: "i", keep: 5 }));
  expect(type).toBe("pulumi-nodejs:dynamic/dcs:BackupRotation");
  expect(name).toBe("nightly");
  expect(inputs).toMatchObject({
    __provider: ROTATION_TEXT,
    owner: "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/dcs:BackupRotation::nightly",
    instanceId: "i",
    keep: 5,
  });
  expect(inputs["mark"]).toBeUndefined();
});

test("every argument may be an Output, and customTimeouts count where timeouts is silent", async () => {
  const args = {
    instanceId: pulumi.output("i"),
    keep: pulumi.output(3),
    description: pulumi.output("d"),
    triggers: { release: pulumi.output("1") },
    timeouts: pulumi.output({ create: "5m" }),
  };
  const options = { customTimeouts: { create: "10m", delete: "20m" } };
  const { inputs } = await registered(() => new BackupRotation("all", args, options));
  expect(inputs).toMatchObject({
    ...{ instanceId: "i", keep: 3, description: "d", triggers: { release: "1" } },
    timeouts: { create: "5m", delete: "20m" },
  });
});

test("customTimeouts.update, which nothing would heed, is answered with a warning", async () => {
  const warned: string[] = [];
  jest.spyOn(pulumi.log, "warn").mockImplementation((text) => {
    warned.push(text);
    return Promise.resolve();
  });
  const args = { instanceId: "i", keep: 1 };
  await registered(() => new BackupRotation("bounded", args, { customTimeouts: { create: "9m" } }));
  expect(warned).toEqual([]);
  await registered(() => new BackupRotation("bounded", args, { customTimeouts: { update: "9m" } }));
  expect(warned).toEqual([
    "customTimeouts.update has no effect on a resource of pulumi-dcs-backup: what takes time in an update is bounded by create, read and delete.",
  ]);
});

test("an import is refused with the reason", () => {
  expect(() => new BackupRotation("old", { instanceId: "i", keep: 1 }, { import: "i/m" })).toThrow(
    `BackupRotation "old" cannot be imported: Pulumi's engine cannot import dynamic resources. Remove the option import: a rotation begins with a backup of its own.`,
  );
});
