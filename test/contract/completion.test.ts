import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COMMAND_NAMES, COMMANDS } from "../../provider/cli/command-line/commands";
import { isInstalled, offered, type Shell, SHELLS } from "../support/shells";

const PROGRAMS = {
  "pulumi-dcs-backup": join(__dirname, "../../provider/bin/pulumi-dcs-backup.js"),
  "dcs-simulator": join(__dirname, "../../simulator/bin/dcs-simulator.js"),
};

/** What each of the programs prints for a shell. */
const printed = (program: keyof typeof PROGRAMS, shell: Shell) =>
  execFileSync(process.execPath, [PROGRAMS[program], "completion", shell], { encoding: "utf8" });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "files-"));
  mkdirSync(join(folder, "state-folder"));
  writeFileSync(join(folder, "state-file.json"), "");
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const LINES: readonly (readonly [string, readonly string[]])[] = [
  ["pulumi-dcs-backup l", ["leftovers", "list"]],
  ["pulumi-dcs-backup completion ", ["bash", "fish", "zsh"]],
  ["pulumi-dcs-backup list --api-version ", ["v1.0", "v2"]],
  ["pulumi-dcs-backup delete --yes --api-version v2", ["v2"]],
  ["pulumi-dcs-backup list --instance ", []],
  ["pulumi-dcs-backup leftovers --file state", ["state-file.json", "state-folder"]],
  ["pulumi-dcs-backup whoami --cwd state", ["state-folder"]],
  ["dcs-simulator c", ["completion"]],
  ["dcs-simulator completion f", ["fish"]],
  ["dcs-simulator --port 8420 --l", ["--log"]],
  ["dcs-simulator --port ", []],
  ["dcs-simulator --world state", ["state-file.json", "state-folder"]],
  ["dcs-simulator --log --tls state", ["state-folder"]],
  ["dcs-simulator --", ["--client-certificate", "--help", "--log", "--pace", "--port", "--tls", "--world"]],
  ...COMMAND_NAMES.map((name): [string, string[]] => [
    `pulumi-dcs-backup ${name} --`,
    Object.keys(COMMANDS[name].options)
      .map((option) => `--${option}`)
      .sort(),
  ]),
];

describe.each(SHELLS)("%s", (shell) => {
  const ready = isInstalled(shell);
  const here = ready ? test : test.skip;
  here(
    `offers at each place what the command takes there${ready ? "" : ` (skipped: ${shell} is not installed)`}`,
    () => {
      const completions = {
        "pulumi-dcs-backup": printed("pulumi-dcs-backup", shell),
        "dcs-simulator": printed("dcs-simulator", shell),
      };
      const answers = LINES.map(([line]) => {
        const program = line.startsWith("dcs-simulator") ? "dcs-simulator" : "pulumi-dcs-backup";
        return [line, offered(shell, completions[program], line, folder)];
      });
      expect(answers).toEqual(LINES);
    },
  );
});

test("bash offers values behind an equals sign, too, and file names with blanks as one", () => {
  const bash = printed("pulumi-dcs-backup", "bash");
  expect(offered("bash", bash, "pulumi-dcs-backup list --api-version=", folder)).toEqual(["v1.0", "v2"]);
  expect(offered("bash", bash, "pulumi-dcs-backup list --api-version=v2", folder)).toEqual(["v2"]);
  writeFileSync(join(folder, "a state.json"), "");
  expect(offered("bash", bash, "pulumi-dcs-backup leftovers --file a", folder)).toEqual(["a state.json"]);
});
