import { z } from "zod";
import { HOUR } from "../clock";

/** When the service takes backups by itself, and how long it keeps them (A-life, U). */
export interface BackupPolicy {
  readonly id: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** `manual`: the plan is there, and nothing is done by it. */
  readonly type: "auto" | "manual";
  readonly saveDays: number;
  /** Monday is 1. */
  readonly backupAt: readonly number[];
  /** A window of one hour in UTC, such as `02:00-03:00`. */
  readonly beginAt: string;
  readonly periodType: "weekly";
  /** Documented, and without use (A-life). */
  readonly timezoneOffset: string;
}

const WINDOW = /^([01]\d|2[0-3]):00-([01]\d|2[0-3]):00$/;

/** A policy as a world file or a control has it; every part has a default. */
export const backupPolicySchema = z.strictObject({
  type: z.enum(["auto", "manual"], 'give "auto" or "manual"').default("auto"),
  saveDays: z.int("give 1 to 7").min(1, "give 1 to 7").max(7, "give 1 to 7").default(7),
  backupAt: z
    .array(z.int("give days from 1, Monday, to 7").min(1).max(7))
    .min(1, "give at least one day, Monday being 1")
    .default([1, 2, 3, 4, 5, 6, 7]),
  beginAt: z.string().refine(isWindow, "give an hour in UTC such as 02:00-03:00").default("02:00-03:00"),
  timezoneOffset: z.string().default("+0000"),
});

export type BackupPolicySpec = z.output<typeof backupPolicySchema>;

/** The hour of the day, in UTC, at which the window begins. */
export function hourOf({ beginAt }: BackupPolicy): number {
  return Number(beginAt.slice(0, 2));
}

/** Monday is 1, as in `backup_at`. 1970 began on a Thursday. */
export function weekdayOf(time: number): number {
  return ((Math.floor(time / (24 * HOUR)) + 3) % 7) + 1;
}

export function buildPolicy(spec: BackupPolicySpec, id: string, createdAt: number, updatedAt: number): BackupPolicy {
  return { id, createdAt, updatedAt, periodType: "weekly", ...spec };
}

function isWindow(text: string): boolean {
  const match = WINDOW.exec(text);
  return match !== null && (Number(match[1]) + 1) % 24 === Number(match[2]);
}
