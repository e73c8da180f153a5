import { DcsError } from "../errors";
import { timeoutOf } from "./arguments";
import { type Operation, patienceOf } from "./operation";
import { type BackupOutputs, listedOutputs } from "./outputs";
import { findOrProveGone } from "./presence";

const GONE = ["deleted", "expired"];

/** Looks at the backup. Gone by proof gives an empty ID, so that the next `pulumi up` takes a new one; doubt throws. */
export async function read(
  id: string,
  outputs: BackupOutputs,
  operation: Operation,
): Promise<{ id: string; props: BackupOutputs }> {
  const patience = patienceOf(operation, timeoutOf(outputs, "read"));
  const connection = await operation.connect(outputs);
  const ending = await findOrProveGone(outputs, connection, patience);
  if (ending.ended !== "found") {
    throw new DcsError(
      ending.ended === "deadline" ? "deadline" : "interrupted",
      `Could not tell whether backup ${outputs.backupId} of DCS instance ${outputs.instanceId} exists: the time was up before it was certain. The state is unchanged; run pulumi refresh again.`,
    );
  }
  const look = ending.value;
  if (look.seen !== "listed" || GONE.includes(look.backup.status)) return { id: "", props: outputs };
  return { id, props: listedOutputs(outputs, look.backup) };
}
