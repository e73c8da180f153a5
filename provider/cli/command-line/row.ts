/**
 * An option, as Node's `parseArgs` takes it and as people are told of it: the help, the errors and the completion of the
 * shells are all made from these rows.
 */
export interface OptionRow {
  readonly type: "string" | "boolean";
  readonly short?: string;
  readonly multiple?: true;
  /** What stands for the value in the help. Shells complete `FILE` and `DIR` as such, and nothing for the others. */
  readonly value?: string;
  /** All values there are. */
  readonly values?: readonly string[];
  /** What it is for, without a capital or a full stop. */
  readonly what: string;
}

export type OptionRows = Readonly<Record<string, OptionRow>>;

/** A command with everything that can be said of it. */
export interface CommandRow {
  /** What it does, in a line of the list of commands. */
  readonly summary: string;
  /** What follows the command's name, such as `--instance ID [options]`. */
  readonly usage: string;
  /** What to know before using it, for its own help. */
  readonly about: string;
  /** The words it takes besides options; none where absent. */
  readonly operand?: { readonly name: string; readonly values: readonly string[] };
  readonly options: OptionRows;
  /** By exit code; those of every command are added. */
  readonly exitCodes: Readonly<Record<number, string>>;
  /** Lines for a shell. A test runs each. */
  readonly examples: readonly [string, ...string[]];
}
