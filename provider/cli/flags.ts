import { parseArgs } from "node:util";
import { BACKUP_HELP, type BackupCommand, isBackupCommand, readBackupCommand } from "./backup-flags";
import { wrongCommand as wrong, wrongFlags } from "./wrong-command";

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

export type Command =
  | { readonly name: "help" }
  | { readonly name: "leftovers"; readonly flags: LeftoversFlags }
  | { readonly name: "whoami"; readonly flags: WhoamiFlags }
  | BackupCommand;

export const HELP = `pulumi-dcs-backup whoami [flags]

Says which credentials and which place would be used and where each value comes from, asks IAM and DCS whether they accept
them, and tells what the role may do. No secret is printed, and nothing is changed.

  --stack NAME         with the configuration of this stack; without --stack and --cwd, of none
  --cwd DIR            the folder of the Pulumi project; this one by default
  --cloud NAME         as for a resource with this argument: an entry of clouds.yaml
  --json               print JSON

Exit codes: 0 both accept the credentials, 3 one does not, 2 the command was wrong, 1 it failed.

pulumi-dcs-backup leftovers [flags]

Finds backups that a killed run has left: they exist in DCS, and the stack's state does not know them.

  --stack NAME         the stack; the one that is selected by default
  --cwd DIR            the folder of the Pulumi project; this one by default
  --instance ID        look at this instance too; may be given several times
  --file STATE         read an exported state from a file, or from standard input (-): lists only
  --json               print JSON
  --delete             delete what cut-off creates of this stack have left, and prove it
  --delete-backup ID   delete this one of those that are listed; may be given several times
  --help               print this

Exit codes: 0 nothing is left (any more), 3 something is, 4 some list could not be read, 2 the command was wrong, 1 it failed.

Examples:
  pulumi-dcs-backup whoami --stack prod
  pulumi-dcs-backup leftovers --stack prod
  pulumi-dcs-backup leftovers --stack prod --delete
  pulumi stack export --stack prod | pulumi-dcs-backup leftovers --file -

${BACKUP_HELP}`;

/** Reads the command line. Throws `bad-configuration` with a sentence when it cannot be understood. */
export function readCommand(args: readonly string[]): Command {
  if (isBackupCommand(args)) return readBackupCommand(args);
  const { values, positionals } = parse(args);
  const [name, ...more] = positionals;
  if (values.help || name === undefined || name === "help") return { name: "help" };
  if (!["leftovers", "whoami"].includes(name) || more.length > 0) {
    throw wrong(`There is no command "${positionals.join(" ")}".`);
  }
  if (name === "whoami") return { name, flags: whoamiFlags(values) };
  if (values.cloud !== undefined) throw wrong("leftovers has no --cloud: each backup's own entry is used.");
  const flags = {
    stack: values.stack,
    cwd: values.cwd ?? ".",
    json: values.json,
    delete: values.delete,
    deleteBackup: values["delete-backup"],
    instance: values.instance,
    file: values.file,
  };
  if (flags.file !== undefined && (flags.delete || flags.deleteBackup.length > 0)) {
    throw wrong(
      "A state from a file may be out of date, so nothing is deleted by it. Leave out --file, or the deletion.",
    );
  }
  return { name: "leftovers", flags };
}

/** The flags of `leftovers` that `whoami` does not have. */
const OF_LEFTOVERS = ["delete", "delete-backup", "instance", "file"] as const;

function whoamiFlags(values: ReturnType<typeof parse>["values"]): WhoamiFlags {
  const { stack, cwd, cloud, json } = values;
  const foreign = OF_LEFTOVERS.find((flag) => {
    const value = values[flag];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });
  if (foreign !== undefined) throw wrong(`whoami has no --${foreign}.`);
  return { stack, cwd, cloud, json };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h", default: false },
        stack: { type: "string", short: "s" },
        cwd: { type: "string" },
        cloud: { type: "string" },
        json: { type: "boolean", default: false },
        delete: { type: "boolean", default: false },
        "delete-backup": { type: "string", multiple: true, default: [] },
        instance: { type: "string", multiple: true, default: [] },
        file: { type: "string" },
      },
    });
  } catch (error) {
    throw wrongFlags(error);
  }
}
