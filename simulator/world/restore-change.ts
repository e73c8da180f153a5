import { z } from "zod";
import type { Restore } from "./restore";
import { isRestoreFinished } from "./restore-stage";

/** What may be done to a restore from outside; each part may be left out. */
export const restoreChangeSchema = z
  .strictObject({
    /** It has failed, now, with this code of DCS; the instance keeps the content it had. */
    fail: z.string().min(1, "give a code such as dcs.08.0007"),
    /** Its status from now on, whatever the time says; null: as the time says. */
    status: z.string().min(1, "give a text").nullable(),
    /** Percent where it is stuck, running for ever; null: as the time says. */
    progress: z.number("give a number").min(0).max(100).nullable(),
    /** Fields as lists print them from now on, each with any value. */
    wire: z.record(z.string(), z.json()),
    remark: z.string().nullable(),
  })
  .partial();

export type RestoreChange = z.input<typeof restoreChangeSchema>;

/** The restore as it is after the change. */
export function changedRestore(restore: Restore, change: z.output<typeof restoreChangeSchema>, now: number): Restore {
  const { remark, fail, status, progress, wire } = change;
  const ended = isRestoreFinished(restore, now) ? {} : { duration: now - restore.createdAt };
  return {
    ...restore,
    ...(remark !== undefined && { remark }),
    ...(fail !== undefined && { ...ended, failure: fail }),
    fixed: {
      status: status === undefined ? restore.fixed.status : status,
      progress: progress === undefined ? restore.fixed.progress : progress,
      wire: { ...restore.fixed.wire, ...wire },
    },
  };
}
