import { dcsRefusal } from "../answers/refusal";
import type { Simulation } from "../simulation";
import type { Backup } from "../world/backup";
import type { Instance } from "../world/instance";
import { takeBackup } from "../world/take-backup";
import { requireIdle } from "./instance-state";
import { keptRemark, requireRemark } from "./remark";

type Wish = Pick<Backup, "remark" | "format">;

/**
 * Accepts a backup: it begins to wait now, and all the rest follows from the time. Refuses by the instance's type, then
 * by its state, then by what the body says; no document gives the order.
 */
export function acceptBackup(simulation: Simulation, instance: Instance, readBody: () => Wish, now: number): Backup {
  if (instance.cacheMode === "single") throw dcsRefusal("onlyMasterStandby");
  requireIdle(instance, now);
  const { remark, format } = readBody();
  requireRemark(remark);
  const kept = keptRemark(remark, simulation.settings);
  const wish = { remark: kept, format, type: "manual", period: null, failure: null } as const;
  return takeBackup(simulation.world, instance, wish, now, simulation);
}
