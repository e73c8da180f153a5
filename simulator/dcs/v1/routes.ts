import { Hono } from "hono";
import type { Wire } from "../../request";
import type { Simulation } from "../../simulation";
import { createBackup, requireBackable, requireShortRemark } from "../create-backup";
import { deleteBackup } from "../delete-backup";
import { instanceGate, projectGate } from "../gate";
import { listedBackups } from "../list-backups";
import { listedInstances } from "../list-instances";
import { backupRecord } from "./backup-record";
import { readCreateBody } from "./create-body";
import { instanceRecord } from "./instance-record";
import { page, validBackupsQuery, validInstancesQuery } from "./queries";

const INSTANCES = "/:projectId/instances";
const INSTANCE = `${INSTANCES}/:instanceId` as const;
const BACKUPS = `${INSTANCE}/backups` as const;

/** v1.0 of DCS: its paths, queries, bodies and status codes (A1, A-life). What they do is in the rooms above. */
export function v1Routes(simulation: Simulation): Hono<Wire> {
  const v1 = new Hono<Wire>();
  const ofProject = projectGate(simulation);
  const ofInstance = instanceGate(simulation);
  const now = () => simulation.clock.now();

  v1.get(INSTANCES, ...ofProject, validInstancesQuery, (c) => {
    const found = listedInstances(simulation.world, c.req.param("projectId"), c.req.valid("query"));
    return c.json({ instances: page(found, c.req.valid("query")).map(instanceRecord), instance_num: found.length });
  });

  v1.get(INSTANCE, ...ofInstance, (c) => c.json(instanceRecord(c.get("instance"))));

  v1.post(BACKUPS, ...ofInstance, async (c) => {
    const body = await c.req.text(); // read first: from the check to the effect nothing else may run
    requireBackable(c.get("instance"), now());
    const { remark } = readCreateBody(body);
    requireShortRemark(remark);
    return c.json({ backup_id: createBackup(simulation, c.get("instance"), { remark, format: "aof" }).id });
  });

  v1.get(BACKUPS, ...ofInstance, validBackupsQuery, (c) => {
    const query = c.req.valid("query");
    const span = { from: query.beginTime, to: query.endTime };
    const found = listedBackups(c.get("instance"), span, now(), simulation.settings.listOrder);
    const records = page(found, query).map((backup) => backupRecord(backup, now()));
    return c.json({ backup_record_response: records, total_num: found.length });
  });

  v1.delete(`${BACKUPS}/:backupId`, ...ofInstance, (c) => {
    deleteBackup(simulation, c.get("instance"), c.req.param("backupId"));
    return c.json({ message: "" });
  });

  return v1;
}
