import { z } from "zod";
import type { Ids } from "../ids";
import { optionsSchema } from "../options";
import {
  DEFAULT_AGENCIES,
  DEFAULT_DOMAIN,
  DEFAULT_INSTANCES,
  DEFAULT_PROJECTS,
  DEFAULT_REGION,
  DEFAULT_USERS,
} from "./default-world";
import { instanceSchema } from "./instance-spec";
import { agencySchema, hexId, projectSchema, userSchema } from "./people-spec";
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
  return z
    .strictObject({
      region: z.string().min(1).default(DEFAULT_REGION),
      domain: z.strictObject({ id: hexId(ids), name: z.string().min(1) }).default(DEFAULT_DOMAIN),
      projects: z.array(projectSchema(ids)).min(1).prefault(DEFAULT_PROJECTS),
      users: z.array(userSchema(ids)).min(1).prefault(DEFAULT_USERS),
      agencies: z.array(agencySchema(ids)).prefault(DEFAULT_AGENCIES),
      /** Those of `createSimulator` and of the command line come before these. */
      options: optionsSchema.default({}),
      instances: z.array(instanceSchema(ids)).prefault(DEFAULT_INSTANCES),
    })
    .superRefine(checkReferences);
}
