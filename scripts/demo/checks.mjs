import { DemoFailure } from "./failure.mjs";

/** @typedef {import("./simulator.mjs").ListedBackup} ListedBackup */

/**
 * The one finished backup that the service lists and Pulumi knows.
 * @param {ListedBackup[]} backups @param {{ backupId?: string }} outputs @returns {ListedBackup}
 */
export function expectBackup(backups, outputs) {
  const [backup, ...others] = backups;
  if (backup === undefined) throw new DemoFailure("`pulumi up` succeeded, but the service lists no backup.");
  if (others.length > 0) throw new DemoFailure(`\`pulumi up\` made ${backups.length} backups instead of one.`);
  if (backup.status !== "succeed") throw new DemoFailure(`\`pulumi up\` did not wait: the backup is ${backup.status}.`);
  if (backup.backup_id !== outputs.backupId) {
    throw new DemoFailure(
      `The service lists ${backup.backup_id}, but the stack's output is ${outputs.backupId ?? "empty"}.`,
    );
  }
  return backup;
}

/** @param {ListedBackup[]} backups */
export function expectNoBackup(backups) {
  if (backups.length === 0) return;
  const ids = backups.map((backup) => backup.backup_id).join(", ");
  throw new DemoFailure(`\`pulumi destroy\` succeeded, but the service still lists ${ids}.`);
}

/**
 * The line of the journal which shows that the deletion was asked for and granted.
 * @param {import("./simulator.mjs").JournalLine[]} journal
 * @param {string} projectId @param {string} instanceId @param {string} backupId
 */
export function expectDeletion(journal, projectId, instanceId, backupId) {
  const path = `/v1.0/${projectId}/instances/${instanceId}/backups/${backupId}`;
  const line = journal.find((entry) => entry.method === "DELETE" && entry.path === path);
  if (line === undefined) throw new DemoFailure(`\`pulumi destroy\` never sent DELETE ${path}.`);
  if (line.status !== 200) throw new DemoFailure(`DELETE ${path} was answered with ${line.status} instead of 200.`);
  return line;
}
