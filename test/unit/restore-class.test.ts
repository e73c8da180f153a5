import * as pulumi from "@pulumi/pulumi";
import { Backup, Restore } from "../../provider/index";
import { RESTORE_TEXT } from "../support/provider-text";
import { registered } from "../support/registered";

const args = { instanceId: "i", backupId: "b", overwrite: true } as const;

test("a restore is registered under the name and the text that the state keeps for ever", async () => {
  const { type, name, inputs } = await registered(() => new Restore("drill", args));
  expect(type).toBe("pulumi-nodejs:dynamic/dcs:Restore");
  expect(name).toBe("drill");
  expect(inputs).toMatchObject({
    ...args,
    __provider: RESTORE_TEXT,
    owner: "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/dcs:Restore::drill",
  });
  expect(Object.keys(inputs)).not.toContain("mark");
});

test("a Backup may stand for its ID, and so may an Output", async () => {
  const taken = () => new Restore("drill", { ...args, backupId: new Backup("taken", { instanceId: "i" }) });
  expect((await registered(taken, false, { backupId: "b-of-dcs" })).inputs).toMatchObject({ backupId: "b-of-dcs" });
  const known = () => new Restore("drill", { ...args, backupId: pulumi.output("b") });
  expect((await registered(known)).inputs).toMatchObject({ backupId: "b" });
});

test("an import is refused with the reason", () => {
  expect(() => new Restore("old", args, { import: "i/r" })).toThrow(
    `Restore "old" cannot be imported: Pulumi's engine cannot import dynamic resources. Remove the option import: a restore is something that is done.`,
  );
});
