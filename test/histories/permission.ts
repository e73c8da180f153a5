import { belongsToMark } from "../../provider/lifecycle/mark";
import { type Kind, kindWithText } from "./kinds";
import type { Properties } from "./stack";
import { markOf } from "./mark-of";
import type { World } from "./world";

/** A call that the engine has made of a host and that is not over. */
export interface CallInFlight {
  readonly kind: "create" | "update" | "read" | "delete" | "leftovers";
  readonly of: Kind;
  readonly mark: unknown;
  /** The backups that the resource knows. */
  readonly backupIds: readonly unknown[];
  readonly timeouts: unknown;
  readonly adopts: boolean;
  /** Of a rotation that is updated. */
  readonly keep: number;
}

/** For those who delete without a call of the engine. */
export const NO_CALL: Omit<CallInFlight, "kind"> = {
  of: "Backup",
  mark: undefined,
  backupIds: [],
  timeouts: undefined,
  adopts: false,
  keep: 0,
};

export function callAbout(kind: CallInFlight["kind"], properties: Properties, news: Properties = {}): CallInFlight {
  const { mark, backupId, timeouts, adopt, adopted, __provider: text } = properties;
  return {
    kind,
    of: kindWithText(text) ?? "Backup",
    mark,
    backupIds: [...(backupId === undefined ? [] : [backupId]), ...memberIds(properties)],
    timeouts,
    adopts: adopt !== undefined || adopted === true,
    keep: Number(news["keep"]),
  };
}

/** The members of a rotation, by their IDs. */
export function memberIds({ backups = [] }: Properties): readonly unknown[] {
  return (backups as readonly { readonly backupId: unknown }[]).map(({ backupId }) => backupId); // our own outputs
}

/** Whether a call asks for the deletion of this backup, so that it is no wonder when it vanishes. */
export function isAskedToDelete(id: string, call: CallInFlight, world: World): boolean {
  const { kind, of, backupIds } = call;
  if (of === "BackupRotation") return backupIds.includes(id) || isOfItsMark(id, call, world);
  // A create removes what has failed; where it cannot see that done, it keeps the ID.
  if (kind === "create") return world.backup(id)?.status === "failed" && isOfItsMark(id, call, world);
  return (kind === "delete" || kind === "leftovers") && backupIds.includes(id);
}

/** What is wrong with deleting this backup while these calls are in flight; nothing where one of them may. */
export function forbidden(id: string, calls: Iterable<CallInFlight>, world: World): string | undefined {
  const all = [...calls];
  if (!all.some((call) => mayDelete(id, call, world)))
    return `A DELETE of backup ${id} was sent, which no call in flight may delete.`;
  const thinning = all.find(
    (call) => call.of === "BackupRotation" && call.kind === "update" && isOfItsMark(id, call, world),
  );
  if (!thinning || isWellKept(id, thinning, world)) return undefined;
  return `A DELETE of backup ${id} was sent, and its rotation has fewer than ${thinning.keep} others.`;
}

/** A backup may be deleted by its stored ID, or as what its own create has made; a member also in an update. */
function mayDelete(id: string, call: CallInFlight, world: World): boolean {
  const { kind, of, backupIds, adopts } = call;
  const isOurs = isOfItsMark(id, call, world);
  if (of === "Restore") return false;
  if (of === "BackupRotation") {
    // Its keep is not known yet, and none of another step.
    if (kind === "create") return isOurs && isWellKept(id, { ...call, keep: Number.POSITIVE_INFINITY }, world);
    return (kind === "update" || kind === "delete") && (backupIds.includes(id) || isOurs);
  }
  if (kind === "delete") return backupIds.includes(id) || (!adopts && isOurs);
  if (kind === "create") return !adopts && isOurs;
  return kind === "leftovers" && backupIds.includes(id);
}

/** A good member goes only where enough others are left, or its step has made another one. */
function isWellKept(id: string, { mark, keep }: CallInFlight, world: World): boolean {
  const gone = world.backup(id);
  if (gone?.status !== "succeed") return true;
  const others = world
    .present()
    .filter((each) => each.id !== id && each.status === "succeed" && world.makerOf(each))
    .filter(({ remark }) => belongsToMark(remark ?? "", String(mark)));
  return others.length >= keep || others.some((each) => markOf(each) === markOf(gone));
}

function isOfItsMark(id: string, { mark }: CallInFlight, world: World): boolean {
  const backup = world.backup(id);
  return (
    backup !== undefined &&
    typeof mark === "string" &&
    world.makerOf(backup) !== undefined &&
    belongsToMark(backup.remark ?? "", mark)
  );
}
