import { parseArgs } from "node:util";
import { wrongCommand } from "../wrong-command";
import { COMMAND_NAMES, COMMANDS, type CommandName } from "./commands";
import { nearest } from "./nearest";
import type { OptionRows } from "./row";

/**
 * The options and words that follow a command's name. Throws `bad-configuration` with a sentence when one is unknown, lacks
 * its value or has one that it cannot have.
 */
export function readArguments<Name extends CommandName>(command: Name, args: readonly string[]) {
  const options: Options<Name> = COMMANDS[command].options;
  const given = { args: [...args], options, allowPositionals: true } as const;
  // Node's own refusals speak of positional arguments; first everything it would refuse is refused in our words.
  for (const token of parseArgs({ ...given, strict: false, tokens: true }).tokens) {
    if (token.kind === "option") check(command, token);
  }
  return parseArgs(given);
}

/** The same for a command that takes options only. */
export function readOptions<Name extends CommandName>(command: Name, args: readonly string[]) {
  const { values, positionals } = readArguments(command, args);
  if (positionals.length === 0) return values;
  throw wrongCommand(`${command} takes options only, and "${positionals.join(" ")}" is none.`, command);
}

type Options<Name extends CommandName> = (typeof COMMANDS)[Name]["options"];

interface Given {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function check(command: CommandName, { name, rawName, value, inlineValue }: Given): void {
  const rows: OptionRows = COMMANDS[command].options;
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
  if (row === undefined) throw unknownOption(command, rawName, name);
  if (row.type === "boolean") {
    if (value !== undefined) throw wrongCommand(`${rawName} takes no value; leave out "=${value}".`, command);
  } else if (value === undefined || (!inlineValue && /^-./.test(value))) {
    throw wrongCommand(`${rawName} was given no value. Give ${rawName} ${row.value ?? "VALUE"}: ${row.what}.`, command);
  } else if (row.values && !row.values.includes(value)) {
    throw wrongCommand(`${rawName} was given "${value}". Give ${listed(row.values)}.`, command);
  }
}

function unknownOption(command: CommandName, rawName: string, name: string) {
  const meant = nearest(name, Object.keys(COMMANDS[command].options));
  const others = COMMAND_NAMES.filter((other) => Object.hasOwn(COMMANDS[other].options, name));
  const ofOthers = others.length === 0 ? "" : ` It is an option of ${listed(others)}.`;
  return wrongCommand(`${command} has no ${rawName}.${meant ? ` Did you mean --${meant}?` : ofOthers}`, command);
}

/** `a, b or c`. */
export function listed(values: readonly string[]): string {
  return values.join(", ").replace(/, ([^,]*)$/, " or $1");
}
