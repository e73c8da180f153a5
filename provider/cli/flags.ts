import { type BackupCommand, deleteFlags, listFlags } from "./backup-flags";
import { COMMAND_NAMES, type CommandName, isCommandName, SHELLS } from "./command-line/commands";
import { nearest } from "./command-line/nearest";
import { listed, readArguments, readOptions } from "./command-line/read";
import { wrongCommand as wrong } from "./wrong-command";

/** What the command line asks for. */
export interface LeftoversFlags {
  readonly stack: string | undefined;
  readonly cwd: string;
  readonly json: boolean;
  /** Delete what cut-off creates have left. */
  readonly delete: boolean;
  /** Delete these too, by ID. */
  readonly deleteBackup: readonly string[];
  /** Look at these instances, too. */
  readonly instance: readonly string[];
  /** The file of an exported state, `-` for standard input: then nothing can be deleted. */
  readonly file: string | undefined;
}

/** What `whoami` is told. */
export interface WhoamiFlags {
  readonly stack: string | undefined;
  readonly cwd: string | undefined;
  readonly cloud: string | undefined;
  readonly json: boolean;
}

export type Shell = (typeof SHELLS)[number];

export type Command =
  | { readonly name: "help"; readonly of: CommandName | undefined }
  | { readonly name: "leftovers"; readonly flags: LeftoversFlags }
  | { readonly name: "whoami"; readonly flags: WhoamiFlags }
  | { readonly name: "completion"; readonly shell: Shell }
  | BackupCommand;

/** Reads the command line. Throws `bad-configuration` with a sentence when it cannot be understood. */
export function readCommand([name, ...args]: readonly string[]): Command {
  if (name === undefined || name === "--help" || name === "-h") return { name: "help", of: undefined };
  if (name === "help") return { name, of: args[0] === undefined ? undefined : commandNamed(args[0]) };
  return read(commandNamed(name), args);
}

function commandNamed(name: string): CommandName {
  if (isCommandName(name)) return name;
  if (name.startsWith("-")) throw wrong(`The command comes before its options, and ${name} was the first word.`);
  const meant = nearest(name, COMMAND_NAMES);
  const hint = meant ? `Did you mean ${meant}?` : `The commands are ${COMMAND_NAMES.join(", ")}.`;
  throw wrong(`There is no command "${name}". ${hint}`);
}

function read(name: CommandName, args: readonly string[]): Command {
  switch (name) {
    case "whoami":
      return whoami(args);
    case "leftovers":
      return leftovers(args);
    case "completion":
      return completion(args);
    case "list":
      return listFlags(args);
    case "delete":
      return deleteFlags(args);
  }
}

function whoami(args: readonly string[]): Command {
  const { stack, cwd, cloud, json = false, help } = readOptions("whoami", args);
  return help ? { name: "help", of: "whoami" } : { name: "whoami", flags: { stack, cwd, cloud, json } };
}

function leftovers(args: readonly string[]): Command {
  const values = readOptions("leftovers", args);
  if (values.help) return { name: "help", of: "leftovers" };
  const flags = {
    stack: values.stack,
    cwd: values.cwd ?? ".",
    json: values.json ?? false,
    delete: values.delete ?? false,
    deleteBackup: values["delete-backup"] ?? [],
    instance: values.instance ?? [],
    file: values.file,
  };
  if (flags.file !== undefined && (flags.delete || flags.deleteBackup.length > 0)) {
    throw wrong(
      "A state from a file may be out of date, so nothing is deleted by it. Leave out --file, or the deletion.",
      "leftovers",
    );
  }
  return { name: "leftovers", flags };
}

function completion(args: readonly string[]): Command {
  const { values, positionals } = readArguments("completion", args);
  if (values.help) return { name: "help", of: "completion" };
  const [given, ...more] = positionals;
  const shell = SHELLS.find((known) => known === given);
  if (shell !== undefined && more.length === 0) return { name: "completion", shell };
  const what = given === undefined ? "no shell" : `"${positionals.join(" ")}"`;
  throw wrong(`completion was given ${what}. Give ${listed(SHELLS)}.`, "completion");
}
