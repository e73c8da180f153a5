import type { DcsMeaning } from "../answers/dcs-meanings";
import { dcsRefusal } from "../answers/refusal";
import { statusOf, taskOf, type Instance } from "../world/instance";

/** What is said of an instance that is not RUNNING, by its status; of others, that their state forbids it (A-err). */
const BY_STATUS = new Map<string, DcsMeaning>([
  ["CREATING", "instanceCreating"],
  ["RESTARTING", "instanceRestarting"],
  ["EXTENDING", "instanceExtending"],
  ["RESTORING", "instanceRestoring"],
  ["FROZEN", "instanceFreezing"],
]);

/** The same for one that runs and has a task; of others, that a job is running. */
const BY_TASK = new Map<string, DcsMeaning>([
  ["BACKUPING", "instanceBackingUp"],
  ["RESTORING", "instanceRestoring"],
  ["RESTARTING", "instanceRestarting"],
  ["EXTENDING", "instanceExtending"],
  ["CONFIGURING", "instanceConfiguring"],
  ["CHANGING_PASSWORD", "passwordChanging"],
  ["UPGRADING", "instanceUpgrading"],
  ["ROLLBACKING", "instanceRollingBack"],
  ["CREATING", "instanceCreating"],
]);

/** Backups and restores need an instance that is RUNNING and does nothing else (U). */
export function requireIdle(instance: Instance, now: number): void {
  const status = statusOf(instance, now);
  if (status !== "RUNNING") throw dcsRefusal(BY_STATUS.get(status) ?? "stateForbidsOperation");
  const task = taskOf(instance, now);
  if (task !== null) throw dcsRefusal(BY_TASK.get(task) ?? "jobRunning");
}

export function isRestoring(instance: Instance, now: number): boolean {
  return statusOf(instance, now) === "RESTORING" || instance.task === "RESTORING";
}
