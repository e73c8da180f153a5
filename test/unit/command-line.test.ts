import { COMMAND_NAMES, COMMANDS } from "../../provider/cli/command-line/commands";
import { helpOf, overview } from "../../provider/cli/command-line/help";
import { nearest } from "../../provider/cli/command-line/nearest";
import { readCommand } from "../../provider/cli/flags";

test.each<[string, string, string]>([
  ["lst", 'There is no command "lst". Did you mean list?', ""],
  ["completoin", 'There is no command "completoin". Did you mean completion?', ""],
  ["backup", "The commands are whoami, leftovers, list, delete, completion.", ""],
  ["--stack prod whoami", "The command comes before its options, and --stack was the first word.", ""],
  ["list --instnace i", "list has no --instnace. Did you mean --instance?", "list"],
  ["list --instance i --backup b", "list has no --backup. It is an option of delete.", "list"],
  ["leftovers --cloud c", "leftovers has no --cloud. It is an option of whoami, list or delete.", "leftovers"],
  ["whoami -x", "whoami has no -x.", "whoami"],
  ["list --instance", "--instance was given no value. Give --instance ID: the DCS instance.", "list"],
  ["list --instance --json", "--instance was given no value. Give --instance ID: the DCS instance.", "list"],
  ["list --instance i --json=yes", '--json takes no value; leave out "=yes".', "list"],
  ["list --instance i --api-version v3", '--api-version was given "v3". Give v1.0 or v2.', "list"],
  ["list", "Give --instance and the ID of a DCS instance.", "list"],
  ["list --instance=", "Give --instance and the ID of a DCS instance.", "list"],
  ["delete --instance i", "Give --backup and the ID of a backup; list shows them.", "delete"],
  ["delete --instance i b", 'delete takes options only, and "b" is none.', "delete"],
  ["leftovers --file - --delete", "Leave out --file, or the deletion.", "leftovers"],
  ["completion", "completion was given no shell. Give bash, zsh or fish.", "completion"],
  ["completion tcsh", 'completion was given "tcsh". Give bash, zsh or fish.', "completion"],
  ["completion bash zsh", 'completion was given "bash zsh". Give bash, zsh or fish.', "completion"],
  ["help lsit", 'There is no command "lsit". Did you mean list?', ""],
])("%s is refused, and what to do is said", (line, sentence, of) => {
  const where = `pulumi-dcs-backup ${of && `${of} `}--help lists what there is.`;
  expect(() => readCommand(line.split(" "))).toThrow(`${sentence} ${where}`);
});

test("a value may begin with a hyphen behind an equals sign, and a lone hyphen is a value", () => {
  expect(readCommand(["list", "--instance=-i"])).toMatchObject({ flags: { instance: "-i" } });
  expect(readCommand(["leftovers", "--file", "-"])).toMatchObject({ flags: { file: "-" } });
});

test("help is asked for before, by and after each command, whatever else is missing", () => {
  for (const words of [[], ["-h"], ["--help"], ["help"]]) {
    expect(readCommand(words)).toEqual({ name: "help", of: undefined });
  }
  for (const name of COMMAND_NAMES) {
    for (const words of [
      ["help", name],
      [name, "--help"],
      [name, "-h"],
    ]) {
      expect(readCommand(words)).toEqual({ name: "help", of: name });
    }
  }
});

test("the help tells every command, and of each every option, value and exit code, in lines that fit", () => {
  for (const name of COMMAND_NAMES) {
    expect(overview()).toContain(`  ${name} `);
    const help = helpOf(name);
    for (const option of Object.keys(COMMANDS[name].options))
      expect(help).toMatch(new RegExp(`^ .* --${option}\\b`, "m"));
    for (const code of [0, 1, 2, ...Object.keys(COMMANDS[name].exitCodes)])
      expect(help).toMatch(new RegExp(`^  ${code}  \\w`, "m"));
    for (const text of [help, overview()]) {
      const [explained] = text.split("\nExamples:");
      for (const line of explained?.split("\n") ?? []) expect(line.length).toBeLessThanOrEqual(125);
    }
  }
  expect(helpOf("list")).toContain("--api-version V  the version of DCS's API: v1.0, v2");
});

test.each([
  ["lits", "list"],
  ["LIST", "list"],
  ["delet", "delete"],
  ["whomai", "whoami"],
  ["leftover", "leftovers"],
])("%s is near to %s", (meant, name) => {
  expect(nearest(meant, COMMAND_NAMES)).toBe(name);
});

test.each(["", "x", "restore", "backup"])("nothing is near to %j", (meant) => {
  expect(nearest(meant, COMMAND_NAMES)).toBeUndefined();
});
