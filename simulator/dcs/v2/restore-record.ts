import type { Settings } from "../../options";
import type { Restore } from "../../world/restore";
import { restoreRecord } from "../restore-record";
import { printed } from "./null-strings";

/** A restore as v2 lists it (A2). */
export function restoreRecordV2(restore: Restore, now: number, nullStrings: Settings["nullStrings"]) {
  return { ...printed(restoreRecord(restore, now), nullStrings), ...restore.fixed.wire };
}
