import { Hono } from "hono";
import { z } from "zod";
import type { Wire } from "../request";
import type { Simulation } from "../simulation";
import { userChangeSchema } from "../world/people-spec";
import { bodyOf } from "./body";
import { peopleControls } from "./people-controls";

const keysBody = z.strictObject({ user: z.string().optional(), seconds: z.number().optional() });

/** Passcodes, temporary keys, users and locks, over HTTP. */
export function peopleRoutes(simulation: Simulation): Hono<Wire> {
  const people = new Hono<Wire>();
  const controls = peopleControls(simulation);

  people.get("/users/:name/passcode", (c) => c.json({ passcode: controls.passcode(c.req.param("name")) }));

  people.patch("/users/:name", async (c) => {
    const change = await bodyOf(c, userChangeSchema, "The change of the user");
    return c.json(controls.changeUser(c.req.param("name"), change));
  });

  people.post("/temporary-keys", async (c) => {
    const { user, seconds } = await bodyOf(c, keysBody, "The temporary keys");
    return c.json(controls.temporaryKeys(user, seconds), 201);
  });

  people.get("/locks", (c) => c.json(controls.locks()));

  return people;
}
