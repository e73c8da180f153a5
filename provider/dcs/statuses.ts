/** A backup's statuses: API reference, "Listing Backup Records", field `status`. */
const PENDING = ["waiting", "backuping"];
const FINAL = ["succeed", "failed", "expired", "deleted"];

export const KNOWN_STATUSES: readonly string[] = [...PENDING, ...FINAL];

/** The backup is queued or being taken. */
export const isPending = (status: string): boolean => PENDING.includes(status);

/** The backup will not change by itself, except that it expires one day. */
export const isFinal = (status: string): boolean => FINAL.includes(status);

/** The file exists, and can be restored. */
export const isDone = (status: string): boolean => status === "succeed";

/** The file is gone, whatever became of its record. */
export const isGone = (status: string): boolean => status === "expired" || status === "deleted";

/** A restore's statuses: API reference, "Querying Restoration Records", field `status`. */
const RESTORE_PENDING = ["waiting", "restoring"];
const RESTORE_FINAL = ["succeed", "failed"];

export const KNOWN_RESTORE_STATUSES: readonly string[] = [...RESTORE_PENDING, ...RESTORE_FINAL];

/** The restore is queued or under way. */
export const isRestorePending = (status: string): boolean => RESTORE_PENDING.includes(status);

/** The restore is over. */
export const isRestoreFinal = (status: string): boolean => RESTORE_FINAL.includes(status);
