import type { Piece } from "./timing.mjs";

/** Characters that look alike, from a column on. */
export interface Run {
  readonly column: number;
  readonly text: string;
  readonly color: number | undefined;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly underline: boolean;
}

export interface Screen {
  readonly at: number;
  readonly lines: readonly (readonly Run[])[];
}

/** What a terminal of this size shows after each piece. */
export function screensOf(pieces: readonly Piece[], size: { columns: number; rows: number }): Promise<Screen[]>;
