import { DcsError } from "../errors";

/** The failure of a command line that cannot be understood; it ends with where to read what there is. */
export function wrongCommand(sentence: string, command?: string): DcsError {
  const whose = command === undefined ? "" : ` ${command}`;
  return new DcsError("bad-configuration", `${sentence} pulumi-dcs-backup${whose} --help lists what there is.`);
}
