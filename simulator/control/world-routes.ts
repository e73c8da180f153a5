import { Hono } from "hono";
import type { Wire } from "../request";
import type { Simulation } from "../simulation";
import { backupChangeSchema } from "../world/backup-change";
import { instanceChangeSchema } from "../world/instance-change";
import { instanceSchema } from "../world/instance-spec";
import { restoreChangeSchema } from "../world/restore-change";
import { bodyOf } from "./body";
import { worldControls } from "./world-controls";

/** The doings of others, over HTTP. */
export function worldRoutes(simulation: Simulation): Hono<Wire> {
  const world = new Hono<Wire>();
  const controls = worldControls(simulation);

  world.patch("/backups/:id", async (c) => {
    const change = await bodyOf(c, backupChangeSchema, "The change of the backup");
    return c.json(controls.changeBackup(c.req.param("id"), change));
  });

  world.patch("/restores/:id", async (c) => {
    const change = await bodyOf(c, restoreChangeSchema, "The change of the restore");
    return c.json(controls.changeRestore(c.req.param("id"), change));
  });

  world.post("/instances", async (c) => {
    return c.json(controls.addInstance(await bodyOf(c, instanceSchema(simulation.ids), "The instance")), 201);
  });
  world.patch("/instances/:id", async (c) => {
    const change = await bodyOf(c, instanceChangeSchema, "The change of the instance");
    return c.json(controls.changeInstance(c.req.param("id"), change));
  });
  world.delete("/instances/:id", (c) => {
    controls.deleteInstance(c.req.param("id"));
    return c.body(null, 204);
  });

  return world;
}
