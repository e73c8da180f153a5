import { readCommand } from "../../provider/cli/flags";
import { warningOf } from "../../provider/cli/print-backups";

const place = {};

test("list and delete are understood with their flags", () => {
  expect(readCommand(["list", "--instance", "i"])).toEqual({
    name: "list",
    flags: { instance: "i", json: false, cwd: ".", stack: undefined, place },
  });
  expect(readCommand(["delete", "--backup", "b", "--instance=i", "-y", "--json", "-s", "prod", "--cwd", "d"])).toEqual({
    name: "delete",
    flags: { instance: "i", backup: "b", yes: true, json: true, stack: "prod", cwd: "d", place },
  });
  const where = [
    "--region",
    "eu-de",
    "--project-id",
    "p",
    "--endpoint",
    "https://e",
    "--api-version",
    "v2",
    "--cloud",
    "c",
  ];
  expect(readCommand(["list", "--instance", "i", ...where])).toMatchObject({
    flags: { place: { region: "eu-de", projectId: "p", endpoint: "https://e", apiVersion: "v2", cloud: "c" } },
  });
});

test("only a Pulumi mark is warned of, by its name", () => {
  const backup = { id: "i/b", backupId: "b", instanceId: "i", status: "succeed", restorable: true };
  expect(warningOf({ ...backup, bearsPulumiMark: false, remark: "by hand" })).toBeUndefined();
  const warning = warningOf({ ...backup, bearsPulumiMark: true, remark: "release pulumi-0a1b2c-abcdefgh " });
  expect(warning).toContain("it bears the mark pulumi-0a1b2c-abcdefgh, so");
});
