/**
 * The service's words, as they come over the wire. Outside this file and its neighbours nobody speaks snake case.
 *
 * Fields: DCS API reference, "Listing Backup Records" (v1.0 and v2), "Querying a DCS Instance".
 */
import { z } from "zod";
import { BackupPolicy } from "./wire-policy";
import { maybeNumber, maybePercent, maybeText } from "./wire-values";

const BackupRow = z
  .object({
    backup_id: z.string().min(1),
    backup_name: maybeText,
    status: z.string().min(1),
    progress: maybePercent,
    size: maybeNumber,
    remark: maybeText,
    backup_type: maybeText,
    backup_format: maybeText,
    period: maybeText,
    created_at: maybeText,
    execution_at: maybeText,
    updated_at: maybeText,
    error_code: maybeText,
    /** `"TRUE"` or `"FALSE"`, as text. */
    is_support_restore: z
      .union([z.string(), z.boolean(), z.null(), z.object({})])
      .optional()
      .transform((value) => value === true || (typeof value === "string" && value.toUpperCase() === "TRUE")),
  })
  .transform((row) => ({
    backupId: row.backup_id,
    name: row.backup_name,
    status: row.status,
    /** Percent, 0 to 100; NaN when the service gave none. */
    progress: row.progress,
    /** Bytes. */
    size: row.size,
    remark: row.remark,
    type: row.backup_type,
    /** In lower case: v1.0 samples say `AOF`, v2 samples `aof`. */
    backupFormat: row.backup_format?.toLowerCase(),
    /** The window of an automatic backup, such as `22:00-23:00`. */
    period: row.period,
    createdAt: row.created_at,
    startedAt: row.execution_at,
    finishedAt: row.updated_at,
    errorCode: row.error_code,
    restorable: row.is_support_restore,
  }));

/** A backup as the service lists it, in our words. */
export type ListedBackup = z.output<typeof BackupRow>;

/** One page of backups. `total` is a hint only: the reference calls it the number of *obtained* records. */
export const BackupPage = z
  .object({ backup_record_response: z.array(BackupRow), total_num: z.number().optional() })
  .transform((page) => ({ rows: page.backup_record_response, total: page.total_num }));

/** The answer to a create. */
export const CreatedBackup = z.object({ backup_id: z.string().min(1) }).transform((body) => body.backup_id);

const InstanceRow = z
  .object({
    instance_id: z.string().min(1),
    name: maybeText,
    status: z.string(),
    cache_mode: maybeText,
    task: maybeText,
    engine: maybeText,
    engine_version: maybeText,
    capacity: maybeNumber,
    /** Of an instance below 1 GB, such as `".125"`. */
    capacity_minor: maybeText,
    created_at: maybeText,
    instance_backup_policy: BackupPolicy,
  })
  .transform((row) => ({
    instanceId: row.instance_id,
    name: row.name,
    status: row.status,
    cacheMode: row.cache_mode,
    task: row.task,
    engine: row.engine,
    engineVersion: row.engine_version,
    /** GB. */
    capacity: capacityOf(row.capacity, row.capacity_minor),
    createdAt: row.created_at,
    backupPolicy: row.instance_backup_policy,
  }));

/** Below 1 GB the whole number is 0 and the part is a text of its own. */
function capacityOf(whole = 0, part = ""): number | undefined {
  const capacity = whole > 0 ? whole : Number(part);
  return capacity > 0 ? capacity : undefined;
}

/** An instance, as far as a backup cares. */
export type ListedInstance = z.output<typeof InstanceRow>;

export const InstanceAnswer = InstanceRow;

export const InstancePage = z
  .object({ instances: z.array(InstanceRow), instance_num: z.number().optional() })
  .transform((page) => ({ rows: page.instances, total: page.instance_num }));
