import { z } from "zod";
import { maybePercent, maybeText } from "./wire-values";

const RestoreRow = z
  .object({
    restore_id: z.string().min(1),
    restore_name: maybeText,
    backup_id: maybeText,
    backup_name: maybeText,
    status: z.string().min(1),
    progress: maybePercent,
    restore_remark: maybeText,
    created_at: maybeText,
    updated_at: maybeText,
    error_code: maybeText,
  })
  .transform((row) => ({
    restoreId: row.restore_id,
    name: row.restore_name,
    backupId: row.backup_id,
    backupName: row.backup_name,
    status: row.status,
    /** Percent, 0 to 100; NaN when the service gave none. */
    progress: row.progress,
    remark: row.restore_remark,
    createdAt: row.created_at,
    finishedAt: row.updated_at,
    errorCode: row.error_code,
  }));

/** A restore as the instance that it overwrites lists it: API reference, "Querying Restoration Records" (v1.0 and v2). */
export type ListedRestore = z.output<typeof RestoreRow>;

/** One page of restores. */
export const RestorePage = z
  .object({ restore_record_response: z.array(RestoreRow), total_num: z.number().optional() })
  .transform((page) => ({ rows: page.restore_record_response, total: page.total_num }));

/** The answer to an order to restore. */
export const OrderedRestore = z.object({ restore_id: z.string().min(1) }).transform((body) => body.restore_id);
