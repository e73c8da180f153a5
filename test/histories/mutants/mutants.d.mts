/** A bug to plant: `from` has to be found exactly once in the file. */
interface Mutant {
  readonly bug: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Bugs to plant, one at a time: the histories have to catch each. */
export const MUTANTS: readonly Mutant[];
