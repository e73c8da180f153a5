import type { Restore } from "../../world/restore";
import { restoreRecord } from "../restore-record";

/** A restore as v1.0 lists it: with its source, the id spelled as in the sample and not as in the table (A1). */
export function restoreRecordV1(restore: Restore, now: number) {
  const { instanceId, instanceName } = restore.source;
  const record = restoreRecord(restore, now);
  return { ...record, sourceInstanceId: instanceId, sourceInstanceName: instanceName, ...restore.fixed.wire };
}
