import { HELP, readCommand } from "../../provider/cli/flags";
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

test.each<[string[], string]>([
  [["list"], "Give --instance and the ID of a DCS instance."],
  [["list", "--instance", ""], "Give --instance and the ID of a DCS instance."],
  [["list", "--instance", "i", "--backup", "b"], "list takes neither --backup nor --yes."],
  [["list", "--instance", "i", "--yes"], "list takes neither --backup nor --yes."],
  [["delete", "--instance", "i"], "Give --backup and the ID of a backup; list shows them."],
  [["delete", "--instance", "i", "b"], '"b" is no flag.'],
  [["delete", "--instance", "i", "--backup", "b", "--force"], "Unknown option '--force'."],
  [["list", "--instance", "i", "--api-version", "v3"], "--api-version must be v1.0 or v2."],
])("%j is refused", (args, sentence) => {
  expect(() => readCommand(args)).toThrow(`${sentence} pulumi-dcs-backup --help lists what there is.`);
});

test("the help knows all commands, and is asked for after each of them", () => {
  for (const command of ["leftovers", "list --instance", "delete --instance"]) expect(HELP).toContain(command);
  expect(readCommand(["list", "--help"])).toEqual({ name: "help" });
  expect(readCommand(["delete", "-h"])).toEqual({ name: "help" });
  expect(readCommand(["leftovers"])).toMatchObject({ name: "leftovers" });
});

test("only a Pulumi mark is warned of, by its name", () => {
  const backup = { id: "i/b", backupId: "b", instanceId: "i", status: "succeed", restorable: true };
  expect(warningOf({ ...backup, bearsPulumiMark: false, remark: "by hand" })).toBeUndefined();
  const warning = warningOf({ ...backup, bearsPulumiMark: true, remark: "release pulumi-0a1b2c-abcdefgh " });
  expect(warning).toContain("it bears the mark pulumi-0a1b2c-abcdefgh, so");
});
