import { lookFor, readBackups } from "../dcs/absence";
import type { Connect, Connection } from "../dcs/connection";
import { DcsError } from "../errors";
import { connector } from "../identity/connect";
import { type FoundBackup, foundBackup, newestFirst } from "../lookups/found-backup";
import type { Patience } from "../waiter";
import type { DeleteFlags, ListFlags } from "./backup-flags";
import { backupsAsJson, backupsAsTable, warningOf } from "./print-backups";
import { readConfig } from "./pulumi-cli";
import { type CommandMeans, operatorsPatience, removeListed } from "./remove-listed";

/** What the commands for an operator work with. */
export interface OperatorMeans extends CommandMeans {
  /** Asks on the terminal; nothing where there is nobody to answer. */
  readonly ask: (question: string) => Promise<string | undefined>;
}

/** Connects as the flags say: with a stack's configuration where one is named, else with all other sources alone. */
export async function connectorOf(
  { stack, cwd }: Pick<ListFlags, "stack" | "cwd">,
  means: CommandMeans,
): Promise<Connect> {
  const config = stack === undefined ? () => undefined : await readConfig({ stack, cwd });
  const connect = connector({ ...means, surroundings: means.surroundingsOf(config) });
  return async (args) => {
    try {
      return await connect(args, { say: means.complain, warn: means.complain });
    } catch (error) {
      if (stack !== undefined || !(error instanceof DcsError) || error.code !== "no-credentials") throw error;
      // The words are those for a resource, which has a stack; here its configuration is not even read.
      throw new DcsError(error.code, `${error.message} No stack was named: --stack NAME uses its configuration.`);
    }
  };
}

/** Lists the backups of an instance, whatever their status, newest first. Gives the exit code. */
export async function list({ instance, place, json }: ListFlags, connect: Connect, means: CommandMeans) {
  const { client } = await connect(place);
  const rows = await readBackups(client, instance, operatorsPatience(means));
  const found = rows.map((row) => foundBackup(instance, row)).sort(newestFirst);
  means.print(json ? backupsAsJson(found) : backupsAsTable(found, instance));
  return 0;
}

/**
 * Deletes one backup, after the operator has agreed, and returns only with the proof that it is gone.
 *
 * Gives the exit code: 0 it is gone, 3 the operator did not agree.
 */
export async function deleteOne(flags: DeleteFlags, connect: Connect, means: OperatorMeans): Promise<number> {
  const { instance, backup: backupId, place, json, yes } = flags;
  const connection = await connect(place);
  const patience = operatorsPatience(means);
  const backup = await listedOne(connection, instance, backupId, patience);
  means.complain(backupsAsTable([backup], instance).trimEnd());
  const warning = warningOf(backup);
  if (warning !== undefined) means.complain(warning);
  if (!yes && !(await agrees(means))) {
    means.complain("Nothing was deleted.");
    return 3;
  }
  const proof = await removeListed(connection, instance, backup, means, patience);
  if (json) means.print(`${JSON.stringify({ instanceId: instance, backupId, proof }, null, 2)}\n`);
  return 0;
}

async function listedOne(
  { client }: Connection,
  instanceId: string,
  backupId: string,
  patience: Patience,
): Promise<FoundBackup> {
  const look = await lookFor(client, instanceId, (row) => row.backupId === backupId, patience);
  if (look.seen === "listed") return foundBackup(instanceId, look.backup);
  const why =
    look.seen === "absent"
      ? `Instance ${instanceId} lists no backup ${backupId}`
      : `There is no instance ${instanceId}`;
  const check = "Check the IDs, the region and the project; pulumi-dcs-backup list shows what there is.";
  throw new DcsError(
    look.seen === "absent" ? "backup-missing" : "instance-unknown",
    `${why}, so nothing was deleted. ${check}`,
  );
}

async function agrees({ ask }: OperatorMeans): Promise<boolean> {
  const answer = await ask("Delete it for good? Only yes will do: ");
  if (answer === undefined) {
    throw new DcsError(
      "bad-configuration",
      "Nothing was deleted, since there is no terminal to ask on. Give --yes to delete without being asked.",
    );
  }
  return answer.trim().toLowerCase() === "yes";
}
