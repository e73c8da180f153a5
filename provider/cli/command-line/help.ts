import { tableOf } from "../table";
import { COMMAND_NAMES, COMMANDS, type CommandName } from "./commands";
import type { CommandRow, OptionRow } from "./row";

const ALWAYS = {
  1: "it failed; the message says what was tried, and what to do",
  2: "the command line or the configuration is wrong; nothing was done",
};

/** What `--help` prints without a command. */
export function overview(): string {
  return `pulumi-dcs-backup COMMAND [options]

What an operator of DCS backups needs besides pulumi up and pulumi destroy.

Commands:
${tableOf(COMMAND_NAMES.map((name) => [name, COMMANDS[name].summary]))}
pulumi-dcs-backup COMMAND --help tells its options, exit codes and examples.

Exit codes of every command (some have more):
${tableOf(Object.entries({ 0: "done", ...ALWAYS }))}
Examples:
${COMMAND_NAMES.map((name) => `  ${COMMANDS[name].examples[0]}\n`).join("")}`;
}

/** What `--help` prints after a command. */
export function helpOf(name: CommandName): string {
  const { usage, about, operand, options, exitCodes, examples }: CommandRow = COMMANDS[name];
  const operands = operand ? `${operand.name} is ${operand.values.join(", ")}.\n\n` : "";
  return `pulumi-dcs-backup ${name} ${usage}

${about}

${operands}Options:
${tableOf(Object.entries(options).map(([option, row]) => [spelled(option, row), told(row)]))}
Exit codes:
${tableOf(Object.entries({ ...exitCodes, ...ALWAYS }))}
Examples:
${examples.map((example) => `  ${example}\n`).join("")}`;
}

function spelled(option: string, { short, value }: OptionRow): string {
  return `${short === undefined ? "    " : `-${short}, `}--${option}${value === undefined ? "" : ` ${value}`}`;
}

function told({ what, values }: OptionRow): string {
  return values === undefined ? what : `${what}: ${values.join(", ")}`;
}
