import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../setup/places.mjs";

/**
 * A program as its completion knows it.
 * @typedef {object} Outline
 * @property {string} program
 * @property {Option[]} options those that stand before any command
 * @property {Command[]} commands
 *
 * @typedef {{ name: string, summary: string, operands: readonly string[], options: Option[] }} Command
 *
 * @typedef {object} Option
 * @property {string} long without its hyphens
 * @property {string | undefined} short
 * @property {string} what
 * @property {boolean} repeats
 * @property {Value | undefined} takes nothing where it takes no value
 *
 * @typedef {ReturnType<import("../../simulator/cli-program.ts").simulatorProgram>} Program as commander has it
 *
 * @typedef {{ name: string, kind: "file" | "folder" | "text", among: readonly string[] }} Value `among` is empty for any text
 */

const load = createRequire(import.meta.url);

/** pulumi-dcs-backup, from its table of commands. @returns {Outline} */
export function providerOutline() {
  const { COMMANDS } = load(join(root, "provider/dist/cli/command-line/commands.js"));
  /** @type {import("../../provider/cli/command-line/row.ts").CommandRow[]} */
  const rows = Object.values(COMMANDS);
  const names = Object.keys(COMMANDS);
  const commands = rows.map(({ summary, operand, options }, index) => ({
    name: names[index],
    summary,
    operands: operand?.values ?? [],
    options: Object.entries(options).map(([long, { short, what, multiple = false, value, values }]) => ({
      long,
      short,
      what,
      repeats: multiple,
      takes: value === undefined ? undefined : valueNamed(value, values),
    })),
  }));
  const help = commands[0].options.filter(({ long }) => long === "help");
  return { program: "pulumi-dcs-backup", options: help, commands };
}

/** dcs-simulator, from what commander parses it by. @returns {Outline} */
export function simulatorOutline() {
  const { simulatorProgram } = load(join(root, "simulator/dist/cli-program.js"));
  /** @type {Program} */
  const program = simulatorProgram({ start: () => undefined, complete: () => undefined });
  const commands = program.commands.map((command) => ({
    name: command.name(),
    summary: command.description(),
    operands: command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices),
    options: optionsOf(command),
  }));
  return { program: program.name(), options: optionsOf(program), commands };
}

/** @param {Program} command @returns {Option[]} */
function optionsOf(command) {
  return command
    .createHelp()
    .visibleOptions(command)
    .map(({ long, short, description, variadic, flags, required, argChoices }) => {
      const name = /<(\w+)>/.exec(flags)?.[1] ?? "value";
      return {
        long: (long ?? "").replace(/^--/, ""),
        short: short?.replace(/^-/, ""),
        what: description,
        repeats: variadic,
        takes: required ? valueNamed(name, argChoices) : undefined,
      };
    });
}

/** @param {string} name @param {readonly string[]} [among] @returns {Value} */
function valueNamed(name, among = []) {
  const kind = /^file$/i.test(name) ? "file" : /^(dir|folder)$/i.test(name) ? "folder" : "text";
  return { name, kind, among };
}
