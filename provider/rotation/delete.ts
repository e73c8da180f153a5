import { DcsError } from "../errors";
import { timeoutOf } from "../lifecycle/arguments";
import { memberSignIn } from "../lifecycle/mark";
import { connected, type Operation, patienceOf } from "../lifecycle/operation";
import { placeOf } from "../lifecycle/outputs";
import { ledgerOf } from "./ledger";
import { nameOf } from "./look";
import { backupOf, listedMember, type Member, newestFirst } from "./member";
import type { RotationOutputs } from "./outputs";
import { ownBackups } from "./own-backups";
import { removeMembers } from "./prune";

/** An order without an answer may have its effect, and be listed, as late as this. Milliseconds. */
const LATE = 120_000;

/** Two lists may disagree for a while. Milliseconds. */
const BETWEEN_LOOKS = 2_000;

/**
 * Deletes all members, oldest first, with the IDs that were stored, and then whatever else bears the rotation's mark, as a
 * killed run has left it.
 *
 * It returns only when each is proven to be gone; any error keeps the rotation in the state.
 */
export async function deleteRotation(outputs: RotationOutputs, operation: Operation): Promise<void> {
  const patience = patienceOf(operation, timeoutOf(outputs, "delete"));
  const connection = await connected(operation, outputs);
  const ledger = ledgerOf(outputs);
  // What the order of a first step has made may still be late, and nothing else knows of it.
  const lateUntil = outputs.steps === 0 && outputs.backups.length === 0 ? patience.clock.now() + LATE : 0;
  let removed = await removeMembers([...outputs.backups].reverse(), ledger, connection, operation, patience);
  for (;;) {
    const rows = await ownBackups(outputs, connection, patience);
    const left = rows
      .flatMap((row): Member[] => {
        const sign = memberSignIn(row.remark, outputs.mark);
        return sign ? [listedMember(sign, row)] : [];
      })
      .filter((member) => !operation.takenOver.has(placeOf(backupOf(outputs, member))));
    if (left.length === 0 && patience.clock.now() >= lateUntil) break;
    removed += await removeMembers(left.sort(newestFirst).reverse(), ledger, connection, operation, patience);
    if (patience.clock.now() >= patience.deadline) throw outOfTime(outputs, left);
    await patience.clock.sleep(BETWEEN_LOOKS, patience.signal);
    if (patience.signal.aborted) throw outOfTime(outputs, left);
  }
  operation.say(outputs.owner, `deleted with all its backups (${removed}): the instance lists none of them`);
}

function outOfTime({ instanceId }: RotationOutputs, left: readonly Member[]): DcsError {
  const what = left.length > 0 ? `${left.map(nameOf).join(", ")} may still be there` : "a late backup may still appear";
  return new DcsError(
    "deadline",
    `Could not prove that all backups of the rotation of DCS instance ${instanceId} are gone: ${what}. It stays in the state: run pulumi destroy again, or raise timeouts.delete.`,
  );
}
