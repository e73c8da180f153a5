import type { BackupOutputs } from "./outputs";

/** An ID that the service gave may not be listed at once: its absence counts only after this long, and this many looks. */
const LAG = 120_000;
const LOOKS = 3;

/** Whether a backup that is not listed may only be late: one that was listed once is not. */
export function mayBeLate({ listed, requestedAt }: BackupOutputs, looks: number, now: number): boolean {
  return !listed && (now - Date.parse(requestedAt) < LAG || looks < LOOKS);
}
