import type { FigureId } from "./figures";
import type { Machine } from "./machine";
import type { Pair } from "./pairs";

/** How much is measured: `quick` leaves out what takes long, `full` adds a run of 1000 backups. */
export type Extent = "quick" | "usual" | "full";

/** Each measures what those before it do, and more. */
export const EXTENTS: readonly Extent[] = ["quick", "usual", "full"];

/** What was measured of a figure. */
export interface Measured {
  /** In the figure's unit; the median where there are several measurements. */
  readonly value: number;
  /** The least and the most of the measurements; absent where the figure is counted, and cannot vary. */
  readonly spread?: readonly [number, number];
  /** Milliseconds of ours and of the limit, as they were taken in turns. */
  readonly pairs?: readonly Pair[];
}

export type Figures = Readonly<Partial<Record<FigureId, Measured>>>;

/** One run of the bench, as its JSON has it. */
export interface Results {
  readonly extent: Extent;
  readonly machine: Machine;
  readonly figures: Figures;
  /** Seconds that each group of figures took. */
  readonly took: Readonly<Record<string, number>>;
}

/** Seconds that all of it took. */
export function secondsOf({ took }: Results): number {
  return Object.values(took).reduce((sum, seconds) => sum + seconds, 0);
}
