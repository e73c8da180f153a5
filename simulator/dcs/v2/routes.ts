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
import { backupRecordV2 } from "./backup-record";
import { instanceRecordV2 } from "./instance-record";
import { v2LinkRoutes } from "./link-routes";
import { validRecordsQuery, validInstancesQuery } from "./queries";
import { v2RestoreRoutes } from "./restore-routes";

/** Without a format the file is an RDB (H25). */
const createBody = z.object({ remark: z.string().nullish(), backup_format: z.enum(["aof", "rdb"]).default("rdb") });

/** v2 of DCS: its paths, queries, bodies and status codes (A2, A-life). What they do is in the rooms above. */
export function v2Routes(simulation: Simulation): Hono<Wire> {
  const v2 = new Hono<Wire>();
  const may = (action: Action) => instanceGate(simulation, action);
  const now = () => simulation.clock.now();

  v2.get(INSTANCES, ...projectGate(simulation, "dcs:instance:list"), validInstancesQuery, (c) => {
    const { offset, limit, instance_id: id, ...filter } = c.req.valid("query");
    const found = listedInstances(simulation.world, c.req.param("projectId"), { ...filter, id }, now());
    const page = found.slice(offset, offset + limit);
    return c.json({ instances: page.map((each) => instanceRecordV2(each, now())), instance_num: found.length });
  });

  v2.get(INSTANCE, ...may("dcs:instance:get"), (c) => c.json(instanceRecordV2(c.get("instance"), now())));

  v2.post(BACKUPS, ...may("dcs:instance:backupData"), async (c) => {
    const body = await c.req.text();
    const { id } = takeEffect(c, simulation, (now) => {
      const readBody = () => {
        const { remark = null, backup_format: format } = readJsonBody(body, createBody);
        return { remark, format };
      };
      return { changed: true, result: acceptBackup(simulation, presentInstance(c, simulation), readBody, now) };
    });
    return c.json({ backup_id: id });
  });

  v2.get(BACKUPS, ...may("dcs:instance:getDataBackupLog"), validRecordsQuery, (c) => {
    const { offset: skip, limit, begin_time: from, end_time: to } = c.req.valid("query");
    const { settings } = simulation;
    const list = listRecords(listedBackups(c.get("instance"), now()), { from, to }, { skip, limit }, settings);
    if (list.isEmpty && settings.emptyList !== "200") return c.body(null, 204);
    const records = list.page.map((backup) => backupRecordV2(backup, now(), settings.nullStrings));
    return c.json({ backup_record_response: records, total_num: list.total });
  });

  v2.delete(BACKUP, ...may("dcs:instance:deleteDataBackupFile"), (c) => {
    takeEffect(c, simulation, (now) => {
      const instance = presentInstance(c, simulation);
      return { changed: deleteBackup(simulation, instance, c.req.param("backupId"), now), result: undefined };
    });
    return c.body(null, 204);
  });

  v2.route("/", v2RestoreRoutes(simulation));
  v2.route("/", v2LinkRoutes(simulation));
  return v2;
}
