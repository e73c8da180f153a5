import { Hono } from "hono";
import { z } from "zod";
import { takeEffect } from "../../effect";
import type { Wire } from "../../request";
import type { Simulation } from "../../simulation";
import type { Action } from "../../world/roles";
import { acceptBackup } from "../create-backup";
import { deleteBackup } from "../delete-backup";
import { instanceGate, presentInstance, projectGate } from "../gate";
import { readJsonBody } from "../json-body";
import { listedInstances } from "../list-instances";
import { listRecords } from "../list-records";
import { listedBackups } from "../listed";
import { BACKUP, BACKUPS, INSTANCE, INSTANCES } from "../paths";
import { backupRecordV1 } from "./backup-record";
import { instanceRecordV1 } from "./instance-record";
import { validRecordsQuery, validInstancesQuery } from "./queries";
import { v1RestoreRoutes } from "./restore-routes";

/** There is no choice of format on v1.0 (A1). */
const createBody = z.object({ remark: z.string().nullish() });

/** v1.0 of DCS: its paths, queries, bodies and status codes (A1, A-life). What they do is in the rooms above. */
export function v1Routes(simulation: Simulation): Hono<Wire> {
  const v1 = new Hono<Wire>();
  const may = (action: Action) => instanceGate(simulation, action);
  const now = () => simulation.clock.now();

  v1.get(INSTANCES, ...projectGate(simulation, "dcs:instance:list"), validInstancesQuery, (c) => {
    const { start, limit, ...filter } = c.req.valid("query");
    const found = listedInstances(simulation.world, c.req.param("projectId"), filter, now());
    const page = found.slice(start - 1, start - 1 + limit);
    return c.json({ instances: page.map((each) => instanceRecordV1(each, now())), instance_num: found.length });
  });

  v1.get(INSTANCE, ...may("dcs:instance:get"), (c) => c.json(instanceRecordV1(c.get("instance"), now())));

  v1.post(BACKUPS, ...may("dcs:instance:backupData"), async (c) => {
    const body = await c.req.text();
    const { id } = takeEffect(c, simulation, (now) => {
      const readBody = () => ({ remark: readJsonBody(body, createBody).remark ?? null, format: "aof" as const });
      return { changed: true, result: acceptBackup(simulation, presentInstance(c, simulation), readBody, now) };
    });
    return c.json({ backup_id: id });
  });

  v1.get(BACKUPS, ...may("dcs:instance:getDataBackupLog"), validRecordsQuery, (c) => {
    const { start, limit, beginTime: from, endTime: to } = c.req.valid("query");
    const { settings } = simulation;
    const listed = listedBackups(c.get("instance"), now());
    const list = listRecords(listed, { from, to }, { skip: start - 1, limit }, settings);
    if (list.isEmpty && settings.emptyList === "204") return c.body(null, 204);
    const records = list.page.map((backup) => backupRecordV1(backup, now()));
    return c.json({ backup_record_response: records, total_num: list.total });
  });

  v1.delete(BACKUP, ...may("dcs:instance:deleteDataBackupFile"), (c) => {
    takeEffect(c, simulation, (now) => {
      const instance = presentInstance(c, simulation);
      return { changed: deleteBackup(simulation, instance, c.req.param("backupId"), now), result: undefined };
    });
    return c.json({ message: "" });
  });

  v1.route("/", v1RestoreRoutes(simulation));
  return v1;
}
