import type { Look } from "../dcs/absence";
import { DcsError } from "../errors";

/** The error for a backup that somebody named and that is not there. `attempt` as in "be adopted", `next` as a sentence. */
export function missing(
  { instanceId, backupId }: { readonly instanceId: string; readonly backupId: string },
  endpoint: string,
  look: Look,
  attempt: string,
  next: string,
): DcsError {
  const why = look.seen === "instance-absent" ? "the instance does not exist" : "it does not exist, or not any more";
  const which = `Backup ${backupId} of DCS instance ${instanceId}`;
  return new DcsError("backup-missing", `${which} cannot ${attempt}: at ${endpoint} ${why}. ${next}`);
}
