import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DcsError } from "../errors";
import type { PlaceArguments } from "../dcs/connection";
import { connector } from "../identity/connect";
import { type Findings, findLeftovers, type Leftover } from "./find-leftovers";
import type { LeftoversFlags } from "./flags";
import { asJson, asTable } from "./print-leftovers";
import { clearPendingCreates, exportState, readConfig } from "./pulumi-cli";
import { type CommandMeans, operatorsPatience, removeListed } from "./remove-listed";
import { readState, readStateFile } from "./state-file";

/**
 * Lists the backups that a stack's state does not know, and deletes those that were asked for.
 *
 * Gives the exit code: 0 nothing is left, 3 something is, 4 some list could not be read.
 */
export async function leftovers(flags: LeftoversFlags, means: CommandMeans): Promise<number> {
  const patience = operatorsPatience(means);
  const exported = flags.file === undefined ? await exportState(flags) : readStateFile(flags.file);
  const config = flags.file === undefined ? await readConfig(flags) : () => undefined;
  const connect = connector({ ...means, surroundings: means.surroundingsOf(config) });
  const told = (args: PlaceArguments) => connect(args, { say: means.complain, warn: means.complain });
  const findings = await findLeftovers(readState(exported), flags.instance, told, patience);
  means.print(flags.json ? asJson(findings) : asTable(findings));
  const asked = toDelete(findings, flags);
  if (asked.length === 0) return exitCode(findings.leftovers.length, findings);
  await makeSure(asked, exported, flags, means);
  for (const { connection, instanceId, backup } of asked) {
    await removeListed(connection, instanceId, backup, means, patience);
  }
  return exitCode(findings.leftovers.length - asked.length, findings);
}

function exitCode(left: number, { unread }: Findings): number {
  if (unread.length > 0) return 4;
  return left > 0 ? 3 : 0;
}

function toDelete({ leftovers: found }: Findings, flags: LeftoversFlags): Leftover[] {
  const unknown = flags.deleteBackup.filter((id) => !found.some(({ backup }) => backup.backupId === id));
  if (unknown.length > 0) {
    throw new DcsError(
      "backup-missing",
      `${unknown.join(", ")} is not among the leftovers of this stack, so nothing was deleted. Only what is listed can be deleted here.`,
    );
  }
  return found.filter(
    ({ kind, backup }) => (flags.delete && kind === "cut-off") || flags.deleteBackup.includes(backup.backupId),
  );
}

/**
 * A pending create may be a healthy one of a running update: the state looks the same. So the pending creates are cleared
 * first, which fails while an update holds the lock; the export from before is kept beside.
 */
async function makeSure(
  asked: readonly Leftover[],
  exported: string,
  flags: LeftoversFlags,
  { clock, complain }: CommandMeans,
) {
  if (!asked.some(({ kind }) => kind === "cut-off")) return;
  const name = `pulumi-state-before-leftovers-${new Date(clock.now()).toISOString().replace(/[:.]/g, "-")}.json`;
  writeFileSync(join(flags.cwd, name), exported);
  complain(`The state as it was is kept in ${name}.`);
  try {
    await clearPendingCreates(flags);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new DcsError(
      "interrupted",
      `Nothing was deleted, as the pending creates could not be cleared: an update may be running.\n${words}`,
    );
  }
}
