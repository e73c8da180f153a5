import { existsSync, readFileSync } from "node:fs";
import type { CutCase } from "../support/cuts";
import type { Outcome } from "./run-case";

/** One case that was tried, as a line of the record. `began` and `ended`: milliseconds since 1970. */
export interface Tried extends CutCase, Partial<Outcome> {
  /** Of the request at which it was cut. */
  readonly method: string;
  readonly began: number;
  readonly ended: number;
  /** What went wrong; null when nothing did. */
  readonly failure: string | null;
}

/** The cases in a record, in the order in which they were tried; none when there is no such file. A last line that was torn is none. */
export function triedIn(file: string): Tried[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Tried); // written by this room
}
