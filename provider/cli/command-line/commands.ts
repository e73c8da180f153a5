import type { CommandRow } from "./row";
import { CWD, HELP, JSON_OUTPUT, PLACE } from "./shared-options";

/** The shells whose completion is written. */
export const SHELLS = ["bash", "zsh", "fish"] as const;

const INSTANCE = { type: "string", value: "ID", what: "the DCS instance" } as const;

/** Every command of pulumi-dcs-backup: what parses them, explains them and completes them reads this one table. */
export const COMMANDS = {
  whoami: {
    summary: "tell which credentials and which place would be used, and what the cloud says to them",
    usage: "[options]",
    about: `Says which credentials and which place would be used and where each value comes from, asks IAM and DCS whether they
accept them, and tells what the role may do. No secret is printed, and nothing is changed.`,
    options: {
      stack: {
        type: "string",
        short: "s",
        value: "NAME",
        what: "with the configuration of this stack; without --stack and --cwd, of none",
      },
      ...CWD,
      cloud: PLACE.cloud,
      ...JSON_OUTPUT,
      ...HELP,
    },
    exitCodes: { 0: "both accept the credentials", 3: "one does not" },
    examples: [
      "pulumi-dcs-backup whoami",
      "pulumi-dcs-backup whoami --stack prod",
      "pulumi-dcs-backup whoami --cloud otc --json",
    ],
  },
  leftovers: {
    summary: "find the backups that a killed run has left, and delete them",
    usage: "[options]",
    about: `Finds backups that a killed run has left: they exist in DCS, and the stack's state does not know them. It looks at every
instance that the state names. Nothing is deleted unless --delete or --delete-backup says so.`,
    options: {
      stack: { type: "string", short: "s", value: "NAME", what: "the stack; the one that is selected by default" },
      ...CWD,
      instance: {
        ...INSTANCE,
        multiple: true,
        what: "look at this instance too; may be given several times",
      },
      file: {
        type: "string",
        value: "FILE",
        what: "read an exported state from a file, or from standard input (-): lists only",
      },
      ...JSON_OUTPUT,
      delete: { type: "boolean", what: "delete what cut-off creates of this stack have left, and prove it" },
      "delete-backup": {
        type: "string",
        multiple: true,
        value: "ID",
        what: "delete this one of those that are listed; may be given several times",
      },
      ...HELP,
    },
    exitCodes: { 0: "nothing is left (any more)", 3: "something is", 4: "some list could not be read" },
    examples: [
      "pulumi-dcs-backup leftovers --stack prod",
      "pulumi-dcs-backup leftovers --stack prod --delete",
      "pulumi stack export --stack prod | pulumi-dcs-backup leftovers --file -",
    ],
  },
  list: {
    summary: "list the backups of an instance",
    usage: "--instance ID [options]",
    about:
      "Lists the backups of an instance, whoever took them and whatever their status, newest first. No stack is needed.",
    options: { instance: INSTANCE, ...PLACE, ...JSON_OUTPUT, ...HELP },
    exitCodes: { 0: "they are listed, or there are none" },
    examples: [
      "pulumi-dcs-backup list --instance 5560df16-cebf-4473-95c4-d1b573c16e79",
      "pulumi-dcs-backup list --instance 5560df16-cebf-4473-95c4-d1b573c16e79 --api-version v2 --json",
    ],
  },
  delete: {
    summary: "delete one backup, with proof",
    usage: "--instance ID --backup ID [options]",
    about: `Shows the backup, asks, deletes it as the resource does, and ends only with the proof that it is gone: for 45 minutes at
most it waits for a backup that still runs, and repeats what DCS refuses for a while. No stack is needed.`,
    options: {
      instance: INSTANCE,
      backup: { type: "string", value: "ID", what: "the backup to delete; list shows them" },
      yes: { type: "boolean", short: "y", what: "do not ask; needed where there is no terminal" },
      ...PLACE,
      ...JSON_OUTPUT,
      ...HELP,
    },
    exitCodes: { 0: "it is gone", 3: "nothing was deleted as you did not agree" },
    examples: [
      "pulumi-dcs-backup delete --instance 5560df16-cebf-4473-95c4-d1b573c16e79 --backup 4631832a-14c6-45b0-a0b3-3abd8f591ad1 --yes",
    ],
  },
  completion: {
    summary: "print what lets a shell complete this command",
    usage: "SHELL",
    about: `Prints what lets a shell complete the commands, their options and the values that can be listed. Have the shell read it
when it starts, as below, or write it to a file where your shell looks for such.`,
    operand: { name: "SHELL", values: SHELLS },
    options: HELP,
    exitCodes: { 0: "it is printed" },
    examples: [
      "source <(pulumi-dcs-backup completion bash)   # in ~/.bashrc",
      "source <(pulumi-dcs-backup completion zsh)    # in ~/.zshrc, after compinit",
      "pulumi-dcs-backup completion fish | source    # in ~/.config/fish/config.fish",
    ],
  },
} as const satisfies Readonly<Record<string, CommandRow>>;

export type CommandName = keyof typeof COMMANDS;

/** The names, in the order in which they are explained. */
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[]; // the keys of a constant

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
