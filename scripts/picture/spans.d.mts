import type { Run, Screen } from "./screens.mjs";

/** One line of the screen as long as it stays the same; `to` is undefined for what stays to the end. */
export interface Span {
  readonly row: number;
  readonly runs: readonly Run[];
  readonly from: number;
  readonly to: number | undefined;
}

/** The lines of all screens; one that does not change is there once. */
export function spansOf(screens: readonly Screen[]): Span[];
