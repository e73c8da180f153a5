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
