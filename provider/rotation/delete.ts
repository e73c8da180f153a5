import { timeoutOf } from "../lifecycle/arguments";
import { memberSignIn } from "../lifecycle/mark";
import { connected, type Operation, patienceOf } from "../lifecycle/operation";
import { placeOf } from "../lifecycle/outputs";
import { ledgerOf } from "./ledger";
import { backupOf, listedMember, type Member, newestFirst } from "./member";
import type { RotationOutputs } from "./outputs";
import { ownBackups } from "./own-backups";
import { removeMembers } from "./prune";

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
  let removed = await removeMembers([...outputs.backups].reverse(), ledger, connection, operation, patience);
  for (;;) {
    const rows = await ownBackups(outputs, connection, patience);
    const left = rows
      .flatMap((row): Member[] => {
        const sign = memberSignIn(row.remark, outputs.mark);
        return sign ? [listedMember(sign, row)] : [];
      })
      .filter((member) => !operation.takenOver.has(placeOf(backupOf(outputs, member))));
    if (left.length === 0) break;
    removed += await removeMembers(left.sort(newestFirst).reverse(), ledger, connection, operation, patience);
  }
  operation.say(outputs.owner, `deleted with all its backups (${removed}): the instance lists none of them`);
}
