import { memberMark, memberSignIn } from "../../provider/lifecycle/mark";
import { memberIds } from "./permission";
import type { Properties } from "./stack";
import type { Truth } from "./truth";
import { mustHold } from "./violation";
import { markOf } from "./mark-of";
import type { World } from "./world";

interface Member {
  readonly backupId: string;
  readonly status: string;
  readonly triggersHash: string;
  readonly step: string;
}

export const ROTATION_TRUTH: Truth = {
  mustBeTrue(outputs, call, world) {
    for (const { backupId, status } of membersOf(outputs)) {
      const isSo = world.isThere(world.backup(backupId)) || world.takenAway(backupId);
      mustHold(isSo, `${call} says that member ${backupId} is ${status}, and it is not there.`);
    }
  },
  mustBeGone(outputs, call, world) {
    const known = memberIds(outputs).map((id) => world.backup(id));
    for (const each of [...known, ...ofItsMark(outputs, world)]) {
      const isElsewhere = world.isKnown(`${String(outputs["instanceId"])}/${each?.id ?? ""}`);
      mustHold(
        !world.isThere(each) || isElsewhere,
        `${call} says that member ${each?.id ?? ""} is gone, and it is there.`,
      );
    }
  },
  /** As many as it keeps at most, all of them good, and one of each step. */
  mustBeDone(outputs, call) {
    const { keep } = outputs;
    const members = membersOf(outputs);
    mustHold(members.length > 0, `${call} is done, and has no member.`);
    for (const { backupId, status } of members)
      mustHold(status === "succeed", `${call} is done, and its member ${backupId} is ${status}.`);
    mustHold(members.length <= Number(keep), `${call} is done, keeps ${String(keep)}, and has ${members.length}.`);
    const steps = new Set(members.map(({ step, triggersHash }) => `${step} ${triggersHash}`));
    mustHold(steps.size === members.length, `${call} is done, and keeps two members of one step.`);
  },
  mustBeSingle(outputs, world) {
    const [newest] = membersOf(outputs);
    if (world.lag > 0 || !newest) return;
    const latest = memberMark(String(outputs["mark"]), newest);
    const made = world.present().filter((each) => markOf(each) === latest && world.makerOf(each));
    mustHold(made.length < 2, `A step of a rotation succeeded, and has made ${made.length} backups.`);
  },
  takenBy: (outputs) => memberIds(outputs).slice(0, 1),
};

const membersOf = ({ backups = [] }: Properties) => backups as readonly Member[]; // our own outputs

function ofItsMark({ mark }: Properties, world: World) {
  if (world.lag > 0) return [];
  return world.present().filter((each) => memberSignIn(each.remark ?? "", String(mark)) && world.makerOf(each));
}
