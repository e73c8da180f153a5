interface Share {
  readonly reached: number;
  readonly all: number;
}

interface Coverage {
  readonly files: number;
  readonly lines: Share;
  readonly branches: Share;
}

interface Fates {
  readonly files: number;
  readonly noticed: number;
  readonly survived: number;
  readonly unreached: number;
  readonly leftOut: number;
}

/** How many lines and branches of each room the tests reach, from Istanbul's summary. */
export function coverageByRoom(file: string): Record<string, Coverage>;

/** What became of the mutants of each room, from Stryker's report. */
export function mutantsByRoom(file: string): Record<string, Fates>;
