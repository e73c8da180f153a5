import { z } from "zod";
import type { Ids } from "../ids";
import { optionsSchema } from "../options";
import { DEFAULT_DOMAIN, DEFAULT_INSTANCES, DEFAULT_PROJECTS, DEFAULT_REGION, DEFAULT_USERS } from "./default-world";
import { HEX_ID } from "./id-formats";
import { instanceSchema } from "./instance-spec";
import { checkReferences } from "./spec-references";

/**
 * A world as an option or a world file gives it. Everything may be left out: what is missing comes from the default
 * world, and missing identifiers are made up.
 */
export type WorldSpec = z.input<ReturnType<typeof worldSchema>>;

/** The same, complete: building it twice gives the same world. */
export type SettledWorld = z.output<ReturnType<typeof worldSchema>>;

/** Fills the gaps once, so that a reset returns to the same instances and keys. Throws a sentence on a faulty world. */
export function settleWorld(spec: unknown, ids: Ids): SettledWorld {
  const result = worldSchema(ids).safeParse(spec);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`);
  throw new Error(`The simulated world cannot be built: ${faults.join("; ")}.`);
}

function worldSchema(ids: Ids) {
  const hexId = z
    .string()
    .regex(HEX_ID, "give 32 hex characters in lower case, or nothing")
    .default(() => ids.hex());

  const user = z.strictObject({
    id: hexId,
    name: z.string().min(1),
    password: z.string().min(1),
    accessKey: z.string().regex(/^[A-Za-z0-9]+$/, "give letters and digits"),
    secretKey: z.string().min(1),
    projects: z.array(z.string()).min(1),
  });

  return z
    .strictObject({
      region: z.string().min(1).default(DEFAULT_REGION),
      domain: z.strictObject({ id: hexId, name: z.string().min(1) }).default(DEFAULT_DOMAIN),
      projects: z
        .array(z.strictObject({ id: hexId, name: z.string().min(1) }))
        .min(1)
        .prefault(DEFAULT_PROJECTS),
      users: z.array(user).min(1).prefault(DEFAULT_USERS),
      /** Those of `createSimulator` and of the command line come before these. */
      options: optionsSchema.default({}),
      instances: z.array(instanceSchema(ids)).prefault(DEFAULT_INSTANCES),
    })
    .superRefine(checkReferences);
}
