import { Hono } from "hono";
import { z } from "zod";
import { faultSchema } from "../faults/fault";
import { optionsSchema } from "../options";
import type { Wire } from "../request";
import type { Simulation } from "../simulation";
import { bodyOf } from "./body";
import { lineControls } from "./line-controls";

const releaseBody = z.strictObject({ name: z.string("give the name of a hold") });
const clockBody = z.strictObject({ advance: z.string("give a duration such as 90s, 10m or 1h30m") });

/** Faults, holds, options and the time, over HTTP. */
export function lineRoutes(simulation: Simulation): Hono<Wire> {
  const line = new Hono<Wire>();
  const controls = lineControls(simulation);

  line.post("/faults", async (c) => c.json(controls.fault(await bodyOf(c, faultSchema, "The fault")), 201));
  line.get("/faults", (c) => c.json(controls.faults()));
  line.delete("/faults", (c) => {
    controls.clearFaults();
    return c.body(null, 204);
  });

  line.get("/held", (c) => c.json(controls.held()));
  line.post("/release", async (c) => {
    const { name } = await bodyOf(c, releaseBody, "The release");
    return c.json({ released: controls.release(name) });
  });

  line.get("/options", (c) => c.json(controls.options()));
  line.patch("/options", async (c) => c.json(controls.change(await bodyOf(c, optionsSchema, "The options"))));

  line.post("/clock", async (c) => {
    const { advance } = await bodyOf(c, clockBody, "The clock");
    return c.json({ time: controls.advance(advance) });
  });

  return line;
}
