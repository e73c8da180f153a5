import { DcsError } from "../errors";

/** The failure of a command line that cannot be understood. */
export function wrongCommand(sentence: string): DcsError {
  return new DcsError("bad-configuration", `${sentence} pulumi-dcs-backup --help lists what there is.`);
}

/** The same for what Node's own parser says: its first sentence, the others being about positional arguments. */
export function wrongFlags(error: unknown): DcsError {
  const [first = ""] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
  return wrongCommand(`${first}.`);
}
