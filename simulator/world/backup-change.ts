import { z } from "zod";
import type { Backup } from "./backup";
import { isFinished } from "./backup-stage";

/** What may be done to a backup from outside; each part may be left out. */
export const backupChangeSchema = z
  .strictObject({
    /** It has failed, now, with this code of DCS. */
    fail: z.string().min(1, "give a code such as dcs.08.0002"),
    /** Its retention is over, now. */
    expire: z.literal(true, "give true"),
    /** It is deleted, now; its row is kept as `deleted`, or dropped. */
    delete: z.enum(["keep", "drop"], 'give "keep" or "drop"'),
    /** Its status from now on, whatever the time says; null: as the time says. */
    status: z.string().min(1, "give a text").nullable(),
    /** Percent where it is stuck, running for ever; null: as the time says. */
    progress: z.number("give a number").min(0).max(100).nullable(),
    /** Fields as lists print them from now on, each with any value. */
    wire: z.record(z.string(), z.json()),
    remark: z.string().nullable(),
    size: z.int("give bytes").nonnegative(),
    type: z.enum(["manual", "auto"]),
    format: z.enum(["aof", "rdb"]),
    period: z.string().nullable(),
    createdAt: z.iso.datetime("give a time such as 2026-02-01T03:00:00Z"),
    expiresAt: z.iso.datetime("give a time such as 2026-02-01T03:00:00Z").nullable(),
  })
  .partial();

export type BackupChange = z.input<typeof backupChangeSchema>;

/** The backup as it is after the change. */
export function changedBackup(backup: Backup, change: z.output<typeof backupChangeSchema>, now: number): Backup {
  const { remark, size, type, format, period, createdAt, expiresAt } = change;
  return {
    ...backup,
    ...(remark !== undefined && { remark }),
    ...(size !== undefined && { size }),
    ...(type !== undefined && { type }),
    ...(format !== undefined && { format }),
    ...(period !== undefined && { period }),
    ...(createdAt !== undefined && { createdAt: Date.parse(createdAt) }),
    ...(expiresAt !== undefined && { expiresAt: expiresAt === null ? null : Date.parse(expiresAt) }),
    ...(change.fail !== undefined && { ...ended(backup, now), failure: change.fail }),
    ...(change.expire !== undefined && { ...ended(backup, now), failure: null, expiresAt: now }),
    ...(change.delete !== undefined && { removal: { at: now, by: "control", rowKept: change.delete === "keep" } }),
    fixed: {
      status: change.status === undefined ? backup.fixed.status : change.status,
      progress: change.progress === undefined ? backup.fixed.progress : change.progress,
      wire: { ...backup.fixed.wire, ...change.wire },
    },
  };
}

/** A running one ends now. */
function ended(backup: Backup, now: number): Partial<Backup> {
  return isFinished(backup, now) ? {} : { duration: now - backup.createdAt };
}
