import { dcsRefusal } from "../answers/refusal";
import type { DcsMeaning } from "../answers/dcs-codes";
import { taskOf, type Instance, type InstanceStatus } from "../world/instance";

/** Backups need an instance that is RUNNING and does nothing else (U). */
const REFUSAL_BY_STATUS: Record<Exclude<InstanceStatus, "RUNNING">, DcsMeaning> = {
  CREATING: "instanceCreating",
  CREATEFAILED: "stateForbidsOperation",
  ERROR: "stateForbidsOperation",
  RESTARTING: "instanceRestarting",
  EXTENDING: "instanceExtending",
  RESTORING: "instanceRestoring",
  FROZEN: "instanceFreezing",
  FLUSHING: "stateForbidsOperation",
};

export function requireIdle(instance: Instance, now: number): void {
  if (instance.status !== "RUNNING") throw dcsRefusal(REFUSAL_BY_STATUS[instance.status]);
  if (taskOf(instance, now) === "BACKUPING") throw dcsRefusal("instanceBackingUp");
}
