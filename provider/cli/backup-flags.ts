import { parseArgs } from "node:util";
import { API_VERSIONS } from "../dcs/api-versions";
import type { PlaceArguments } from "../dcs/connection";
import { wrongCommand, wrongFlags } from "./wrong-command";

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

export type BackupCommand =
  { readonly name: "list"; readonly flags: ListFlags } | { readonly name: "delete"; readonly flags: DeleteFlags };

export const BACKUP_HELP = `pulumi-dcs-backup list --instance ID [flags]
pulumi-dcs-backup delete --instance ID --backup ID [flags]

List the backups of an instance, and delete one with the same proof as the resource; no stack is needed.

  --instance ID        the DCS instance
  --backup ID          the backup to delete
  --yes                do not ask before deleting
  --json               print JSON
  --region NAME        where they are; by default as the environment says (OS_REGION_NAME …)
  --project-id ID      likewise (OS_PROJECT_ID …)
  --endpoint URL       likewise (OS_DCS_ENDPOINT_OVERRIDE), else what the region tells
  --api-version V      v1.0 or v2
  --cloud NAME         as for a resource with this argument: an entry of clouds.yaml
  --stack NAME         take place and credentials from this stack's configuration, too
  --cwd DIR            the folder of its Pulumi project; this one by default

Exit codes: 0 done, 3 nothing was deleted as you did not agree, 2 the command was wrong, 1 it failed.

Examples:
  pulumi-dcs-backup list --instance 5560df16-cebf-4473-95c4-d1b573c16e79
  pulumi-dcs-backup delete --instance 5560df16-… --backup 4631832a-… --yes
`;

/** Whether a command line begins with one of these commands. */
export function isBackupCommand([name, ...flags]: readonly string[]): boolean {
  return (name === "list" || name === "delete") && !flags.includes("--help") && !flags.includes("-h");
}

/** Reads the command line. Throws `bad-configuration` with a sentence when it cannot be understood. */
export function readBackupCommand(args: readonly string[]): BackupCommand {
  const { values, positionals } = parse(args);
  const [name, ...more] = positionals;
  if (more.length > 0) throw wrongCommand(`"${more.join(" ")}" is no flag.`);
  if (!values.instance) throw wrongCommand("Give --instance and the ID of a DCS instance.");
  const { instance, stack, cwd = ".", json } = values;
  const flags: ListFlags = { instance, stack, cwd, json, place: placeOf(values) };
  if (name === "list") {
    if (values.backup !== undefined || values.yes) throw wrongCommand("list takes neither --backup nor --yes.");
    return { name, flags };
  }
  if (!values.backup) throw wrongCommand("Give --backup and the ID of a backup; list shows them.");
  return { name: "delete", flags: { ...flags, backup: values.backup, yes: values.yes } };
}

type Values = ReturnType<typeof parse>["values"];

function placeOf({ region, "project-id": projectId, endpoint, cloud, ...values }: Values): PlaceArguments {
  const { "api-version": apiVersion } = values;
  if (apiVersion !== undefined && !API_VERSIONS.some((version) => version === apiVersion)) {
    throw wrongCommand("--api-version must be v1.0 or v2.");
  }
  return {
    ...(region === undefined ? {} : { region }),
    ...(projectId === undefined ? {} : { projectId }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(apiVersion === undefined ? {} : { apiVersion }),
    ...(cloud === undefined ? {} : { cloud }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        instance: { type: "string" },
        backup: { type: "string" },
        yes: { type: "boolean", short: "y", default: false },
        json: { type: "boolean", default: false },
        region: { type: "string" },
        "project-id": { type: "string" },
        endpoint: { type: "string" },
        "api-version": { type: "string" },
        cloud: { type: "string" },
        stack: { type: "string", short: "s" },
        cwd: { type: "string" },
      },
    });
  } catch (error) {
    throw wrongFlags(error);
  }
}
