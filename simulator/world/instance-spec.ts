import { z } from "zod";
import type { Ids } from "../ids";
import { backupPolicySchema } from "./backup-policy";
import { UUID } from "./id-formats";
import { CACHE_MODES, INSTANCE_STATUSES } from "./instance";

/** An instance as a world has it, with its backups; missing identifiers are made up. */
export function instanceSchema(ids: Ids) {
  const uuid = z
    .string()
    .regex(UUID, "give a UUID in lower case, or nothing")
    .default(() => ids.uuid());

  const backup = z.strictObject({
    id: uuid,
    remark: z.string().nullable().default(null),
    type: z.enum(["manual", "auto"]).default("manual"),
    format: z.enum(["aof", "rdb"]).default("rdb"),
    period: z.string().nullable().default(null),
    size: z.int().nonnegative().optional(),
    /** What it holds; the instance's first content when left out. */
    content: z.string().exactOptional(),
    /** An hour before the simulator starts when left out. */
    createdAt: z.iso.datetime().optional(),
    expiresAt: z.iso.datetime().nullable().default(null),
    failure: z.string().startsWith("dcs.08.").nullable().default(null),
  });

  return z
    .strictObject({
      id: uuid,
      name: z.string().min(1),
      /** A project's name; the first project when left out. */
      project: z.string().optional(),
      cacheMode: z.enum(CACHE_MODES).default("ha"),
      status: z.enum(INSTANCE_STATUSES).default("RUNNING"),
      /** What it does besides, such as RESTORING. */
      task: z.string().min(1).nullable().default(null),
      engineVersion: z.string().default("5.0"),
      capacity: z.number().positive().default(2),
      backupSize: z.int().nonnegative().default(880_232),
      backups: z.array(backup).default([]),
      /** An opaque text that stands for all of its keys; made of its name when left out. */
      content: z.string().optional(),
      /** Null for none; single-node instances cannot have one. */
      backupPolicy: backupPolicySchema.nullable().default(null),
    })
    .refine(({ cacheMode, backupPolicy }) => cacheMode !== "single" || backupPolicy === null, {
      path: ["backupPolicy"],
      message: "a single-node instance has none",
    });
}

export type InstanceSpec = z.input<ReturnType<typeof instanceSchema>>;
export type SettledInstance = z.output<ReturnType<typeof instanceSchema>>;
