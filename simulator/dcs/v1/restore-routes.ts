import { Hono } from "hono";
import { takeEffect } from "../../effect";
import type { Wire } from "../../request";
import type { Simulation } from "../../simulation";
import type { Action } from "../../world/roles";
import { instanceGate, presentInstance } from "../gate";
import { listRecords } from "../list-records";
import { listedRestores } from "../listed";
import { RESTORES } from "../paths";
import { readRestoreBody } from "../restore-body";
import { acceptRestore } from "../restore-instance";
import { validRecordsQuery } from "./queries";
import { restoreRecordV1 } from "./restore-record";

/** Restores and their records on v1.0 (A1). */
export function v1RestoreRoutes(simulation: Simulation): Hono<Wire> {
  const v1 = new Hono<Wire>();
  const may = (action: Action) => instanceGate(simulation, action);
  const now = () => simulation.clock.now();

  v1.post(RESTORES, ...may("dcs:instance:restoreData"), async (c) => {
    const body = await c.req.text();
    const { id } = takeEffect(c, simulation, (now) => {
      const readBody = () => readRestoreBody(body);
      return { changed: true, result: acceptRestore(simulation, presentInstance(c, simulation), readBody, now) };
    });
    return c.json({ restore_id: id });
  });

  v1.get(RESTORES, ...may("dcs:instance:getDataRestoreLog"), validRecordsQuery, (c) => {
    const { start, limit, beginTime: from, endTime: to } = c.req.valid("query");
    const { settings } = simulation;
    const listed = listedRestores(c.get("instance"), now());
    const list = listRecords(listed, { from, to }, { skip: start - 1, limit }, settings);
    if (list.isEmpty && settings.emptyList === "204") return c.body(null, 204);
    const records = list.page.map((restore) => restoreRecordV1(restore, now()));
    return c.json({ restore_record_response: records, total_num: list.total });
  });

  return v1;
}
