import type { Truth } from "./truth";
import { mustHold } from "./violation";
import { markOf } from "./mark-of";

export const BACKUP_TRUTH: Truth = {
  mustBeTrue({ backupId, status, whenGone, repeated }, call, world) {
    const backup = world.backup(backupId);
    if (status === "deleted" || status === "expired") {
      mustHold(!world.isThere(backup), `${call} says that backup ${String(backupId)} is ${status}, and it is there.`);
      // Only the trace of a second backup, or the user's wish, keeps what is gone.
      const mayStay = call !== "A refresh" || whenGone === "keep" || repeated === true;
      mustHold(mayStay, `A refresh keeps backup ${String(backupId)}, of which it says that it is ${status}.`);
      return;
    }
    const isSo = world.isThere(backup) || world.takenAway(backupId);
    mustHold(isSo, `${call} says that backup ${String(backupId)} is ${String(status)}, and it is not there.`);
  },
  mustBeGone({ instanceId, backupId }, call, world) {
    // Another resource has taken it over, and keeps it.
    if (call === "A delete" && world.isKnown(`${String(instanceId)}/${String(backupId)}`)) return;
    mustHold(
      !world.isThere(world.backup(backupId)),
      `${call} says that backup ${String(backupId)} is gone, and it is there.`,
    );
  },
  mustBeDone({ status, whenGone }, call) {
    const isSo = status === "succeed" || (whenGone === "keep" && (status === "deleted" || status === "expired"));
    mustHold(isSo, `${call} is ${String(status)}.`);
  },
  mustBeSingle({ mark }, world) {
    if (world.lag > 0) return;
    const ours = world.present().filter((each) => markOf(each) === mark && world.makerOf(each));
    mustHold(ours.length < 2, `A create succeeded, and ${ours.length} backups bear the mark ${String(mark)}.`);
  },
  takenBy: ({ backupId }) => [backupId],
};
