import { z } from "zod";
import type { Ids } from "../ids";
import { DEFAULT_DOMAIN, DEFAULT_INSTANCES, DEFAULT_PROJECTS, DEFAULT_REGION, DEFAULT_USERS } from "./default-world";
import { HEX_ID, UUID } from "./id-formats";
import { CACHE_MODES, INSTANCE_STATUSES } from "./instance";
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
  const uuid = z
    .string()
    .regex(UUID, "give a UUID in lower case, or nothing")
    .default(() => ids.uuid());
  const hexId = z
    .string()
    .regex(HEX_ID, "give 32 hex characters in lower case, or nothing")
    .default(() => ids.hex());

  const backup = z.strictObject({
    id: uuid,
    remark: z.string().nullable().default(null),
    type: z.enum(["manual", "auto"]).default("manual"),
    format: z.enum(["aof", "rdb"]).default("rdb"),
    period: z.string().nullable().default(null),
    size: z.int().nonnegative().optional(),
    /** An hour before the simulator starts when left out. */
    createdAt: z.iso.datetime().optional(),
    expiresAt: z.iso.datetime().nullable().default(null),
    failure: z.string().startsWith("dcs.08.").nullable().default(null),
  });

  const instance = z.strictObject({
    id: uuid,
    name: z.string().min(1),
    /** A project's name; the first project when left out. */
    project: z.string().optional(),
    cacheMode: z.enum(CACHE_MODES).default("ha"),
    status: z.enum(INSTANCE_STATUSES).default("RUNNING"),
    engineVersion: z.string().default("5.0"),
    capacity: z.number().positive().default(2),
    backupSize: z.int().nonnegative().default(880_232),
    backups: z.array(backup).default([]),
  });

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
      instances: z.array(instance).prefault(DEFAULT_INSTANCES),
    })
    .superRefine(checkReferences);
}
