/** What was written at a time; `at` is in milliseconds. */
export interface Piece {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** The pieces of a recording of util-linux's `script`. */
export function piecesOf(output: Uint8Array, timing: string): Piece[];

/** The same with no pause longer than `longest`, and none before the first piece; all others stay as they were. */
export function shortened(pieces: readonly Piece[], longest: number): Piece[];
