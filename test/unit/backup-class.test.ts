import * as pulumi from "@pulumi/pulumi";
import { Backup, type BackupArgs } from "../../provider/index";
import { PROVIDER_TEXT } from "../support/provider-text";
import { registered } from "../support/registered";

test("a backup is registered under the name and the text that the state keeps for ever", async () => {
  const { type, name, inputs } = await registered(() => new Backup("nightly", { instanceId: "i" }));
  expect(type).toBe("pulumi-nodejs:dynamic/dcs:Backup");
  expect(name).toBe("nightly");
  expect(inputs["__provider"]).toBe(PROVIDER_TEXT);
  expect(Buffer.byteLength(PROVIDER_TEXT)).toBeLessThanOrEqual(64);
  expect(inputs["owner"]).toBe("urn:pulumi:dev::shop::pulumi-nodejs:dynamic/dcs:Backup::nightly");
});

test("every argument may be an Output, and goes out under its own name", async () => {
  const args: BackupArgs = {
    instanceId: pulumi.output("i"),
    description: pulumi.output("d"),
    triggers: { release: pulumi.output("1") },
    region: pulumi.output("eu-de"),
    projectId: pulumi.output("p"),
    endpoint: pulumi.output("https://e"),
    cloud: pulumi.output("c"),
    timeouts: { create: pulumi.output("5m") },
  };
  const { inputs } = await registered(() => new Backup("all", args));
  expect(inputs).toMatchObject({
    instanceId: "i",
    description: "d",
    triggers: { release: "1" },
    region: "eu-de",
    projectId: "p",
    endpoint: "https://e",
    cloud: "c",
    timeouts: { create: "5m" },
  });
});

test("customTimeouts count where timeouts is silent", async () => {
  const options = { customTimeouts: { create: "10m", delete: "20m" } };
  const args = { instanceId: "i", timeouts: { create: "5m" } };
  const { inputs } = await registered(() => new Backup("both", args, options));
  expect(inputs["timeouts"]).toEqual({ create: "5m", delete: "20m" });
});

test("an import is refused with the reason", () => {
  expect(() => new Backup("old", { instanceId: "i" }, { import: "i/b" })).toThrow(
    `Backup "old" cannot be imported: Pulumi's engine cannot import dynamic resources.`,
  );
});
