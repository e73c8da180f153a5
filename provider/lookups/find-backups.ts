import { readBackups } from "../dcs/absence";
import { isGone } from "../dcs/statuses";
import { DcsError } from "../errors";
import type { BackupFilter, GetBackupArgs, GetBackupsArgs } from "./backup-question";
import { BACKUP_FILTERS, PLACE, requireArguments, SHAPES } from "./check-arguments";
import { type FoundBackup, foundBackup, newestFirst } from "./found-backup";
import type { Looking } from "./looking";
import { momentOf } from "./moment";
import { placeAmong } from "./place";

const { instanceId, backupId, mostRecent } = SHAPES;

/** The backups of an instance that match, newest first. */
export async function findBackups(args: GetBackupsArgs, looking: Looking): Promise<FoundBackup[]> {
  requireArguments("getBackups", args, { instanceId, mostRecent, ...BACKUP_FILTERS, ...PLACE });
  const found = await matching(args, looking);
  return args.mostRecent ? found.slice(0, 1) : found;
}

/** The one backup that matches; none, or several without `mostRecent`, is an error that says what there is. */
export async function findBackup(args: GetBackupArgs, looking: Looking): Promise<FoundBackup> {
  requireArguments("getBackup", args, { instanceId, backupId, mostRecent, ...BACKUP_FILTERS, ...PLACE });
  const found = await matching(args, looking);
  const [first, ...others] = found;
  const where = `of DCS instance ${args.instanceId}`;
  if (!first) {
    const which = args.backupId === undefined ? "matches what getBackup asks for" : `has the ID ${args.backupId}`;
    throw new DcsError(
      "backup-missing",
      `No backup ${where} ${which}. Check the arguments; getBackups lists what there is.`,
    );
  }
  if (others.length > 0 && !args.mostRecent) {
    throw new DcsError(
      "ambiguous",
      `${found.length} backups ${where} match what getBackup asks for: ${namesOf(found)}. Narrow it down, give backupId, or mostRecent: true.`,
    );
  }
  return first;
}

const MOST_NAMES = 5;

function namesOf(found: readonly FoundBackup[]): string {
  const names = found.slice(0, MOST_NAMES).map(({ name, backupId }) => `${name ?? "unnamed"} (${backupId})`);
  return names.join(", ") + (found.length > MOST_NAMES ? " and more" : "");
}

async function matching(args: GetBackupArgs, { connect, patience }: Looking): Promise<FoundBackup[]> {
  const { client } = await connect(placeAmong(args));
  const rows = await readBackups(client, args.instanceId, patience());
  const found = rows.map((row) => foundBackup(args.instanceId, row));
  const wanted = found.filter((backup) => args.backupId === undefined || backup.backupId === args.backupId);
  return wanted.filter((backup) => matches(backup, args)).sort(newestFirst);
}

function matches(backup: FoundBackup, filter: BackupFilter): boolean {
  const created = Date.parse(backup.createdAt ?? "");
  return (
    isWanted(backup.type, filter.type) &&
    (filter.status === undefined ? !isGone(backup.status) : backup.status === filter.status) &&
    isWanted(backup.backupFormat, filter.backupFormat) &&
    (filter.createdAfter === undefined || created > (momentOf(filter.createdAfter) ?? 0)) &&
    (filter.createdBefore === undefined || created < (momentOf(filter.createdBefore) ?? 0)) &&
    (filter.text === undefined || holds(backup, filter.text.toLowerCase()))
  );
}

function isWanted(value: string | undefined, wanted: string | undefined): boolean {
  return wanted === undefined || value === wanted;
}

function holds({ remark = "", name = "" }: FoundBackup, text: string): boolean {
  return [remark, name].some((value) => value.toLowerCase().includes(text));
}
