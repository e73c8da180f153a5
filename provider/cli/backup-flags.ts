import type { PlaceArguments } from "../dcs/connection";
import { placeAmong } from "../lookups/place";
import { readOptions } from "./command-line/read";
import { wrongCommand } from "./wrong-command";

/** Where to work: what is not given is found in the stack's configuration, if a stack is named, and in the environment. */
interface PlaceFlags {
  readonly stack: string | undefined;
  readonly cwd: string;
  readonly place: PlaceArguments;
}

export interface ListFlags extends PlaceFlags {
  readonly instance: string;
  readonly json: boolean;
}

export interface DeleteFlags extends ListFlags {
  readonly backup: string;
  /** Do not ask. */
  readonly yes: boolean;
}

interface HelpOf {
  readonly name: "help";
  readonly of: "list" | "delete";
}

export type BackupCommand =
  { readonly name: "list"; readonly flags: ListFlags } | { readonly name: "delete"; readonly flags: DeleteFlags };

/** Reads what follows `list`. */
export function listFlags(args: readonly string[]): BackupCommand | HelpOf {
  const values = readOptions("list", args);
  return values.help ? { name: "help", of: "list" } : { name: "list", flags: flagsOf("list", values) };
}

/** Reads what follows `delete`. */
export function deleteFlags(args: readonly string[]): BackupCommand | HelpOf {
  const values = readOptions("delete", args);
  if (values.help) return { name: "help", of: "delete" };
  const flags = flagsOf("delete", values);
  if (!values.backup) throw wrongCommand("Give --backup and the ID of a backup; list shows them.", "delete");
  return { name: "delete", flags: { ...flags, backup: values.backup, yes: values.yes ?? false } };
}

type Values = ReturnType<typeof readOptions<"list">>;

function flagsOf(command: "list" | "delete", values: Values): ListFlags {
  const { instance, stack, cwd = ".", json = false, region, endpoint, cloud } = values;
  if (!instance) throw wrongCommand("Give --instance and the ID of a DCS instance.", command);
  const { "project-id": projectId, "api-version": apiVersion } = values;
  return { instance, stack, cwd, json, place: placeAmong({ region, projectId, endpoint, apiVersion, cloud }) };
}
