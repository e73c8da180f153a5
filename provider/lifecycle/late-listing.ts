import { requestedAtOf } from "./outputs";

/** An ID that the service gave may not be listed at once: its absence counts only after this long, and this many looks. */
const LAG = 120_000;
const LOOKS = 3;

/** What is known of something that was ordered. */
interface Listable {
  readonly requestedAt: string;
  readonly createdAt?: string;
  readonly listed: boolean;
}

/** Whether what is not listed may only be late: what was listed once is not. */
export function mayBeLate(outputs: Listable, looks: number, now: number): boolean {
  return !outputs.listed && (now - requestedAtOf(outputs) < LAG || looks < LOOKS);
}
