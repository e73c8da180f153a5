import type { Settings } from "../options";

/** One backup of one instance. Only facts are kept; its status is worked out from the time (`backup-stage.ts`). */
export interface Backup {
  readonly id: string;
  readonly instanceId: string;
  readonly name: string;
  readonly remark: string | null;
  readonly type: "manual" | "auto";
  readonly format: "aof" | "rdb";
  /** The time window of an automatic backup, such as `22:00-23:00`; null for a manual one. */
  readonly period: string | null;
  /** Bytes of the finished file. */
  readonly size: number;
  /** What the instance held when the backup was accepted (`content.ts`). */
  readonly content: string;
  readonly createdAt: number;
  /** Lists do not show it before. */
  readonly listedFrom: number;
  /** Milliseconds from acceptance to the end. */
  readonly duration: number;
  /** How its progress looks while it runs. */
  readonly course: Settings["progress"];
  /** How it ends: null for success, else DCS's own code such as `dcs.08.0002`. */
  readonly failure: string | null;
  /** When its retention is over; null for never. */
  readonly expiresAt: number | null;
  readonly removal: Removal | null;
  readonly fixed: Fixed;
}

/** Why a backup is no longer there, and since when. `rowKept`: it is still listed, with status `deleted`. */
interface Removal {
  readonly at: number;
  readonly by: "delete" | "eviction" | "expiry" | "control";
  readonly rowKept: boolean;
}

/** What was set from outside, whatever the time says. */
export interface Fixed {
  /** Any text; null: as the time says. */
  readonly status: string | null;
  /** Percent where a backup is stuck, and runs for ever; null: as the time says. */
  readonly progress: number | null;
  /** Fields of the record as it goes over the wire, such as a size that is a text. */
  readonly wire: Readonly<Record<string, unknown>>;
}

export const NOTHING_FIXED: Fixed = { status: null, progress: null, wire: {} };
