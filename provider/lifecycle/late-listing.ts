import { type BackupOutputs, requestedAtOf } from "./outputs";

/** An ID that the service gave may not be listed at once: its absence counts only after this long, and this many looks. */
const LAG = 120_000;
const LOOKS = 3;

/** Whether a backup that is not listed may only be late: one that was listed once is not. */
export function mayBeLate(outputs: BackupOutputs, looks: number, now: number): boolean {
  return !outputs.listed && (now - requestedAtOf(outputs) < LAG || looks < LOOKS);
}
