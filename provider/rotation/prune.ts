import type { Connection } from "../dcs/connection";
import { isDone } from "../dcs/statuses";
import { timeoutOf } from "../lifecycle/arguments";
import { type Operation, patienceOf } from "../lifecycle/operation";
import { placeOf } from "../lifecycle/outputs";
import { type Proof, removeBackup } from "../lifecycle/remove";
import type { Patience } from "../waiter";
import type { RotationInputs } from "./inputs";
import type { Ledger } from "./ledger";
import { nameOf } from "./look";
import { backupOf, type Member, newestFirst } from "./member";

/**
 * The good members beyond the newest `keep`, the younger of two that one step has made, since its order had to be repeated,
 * and the records of failed ones; oldest first.
 */
export function tooMany(members: readonly Member[], keep: number): readonly Member[] {
  const sorted = [...members].sort(newestFirst);
  const good = sorted.filter(({ status }) => isDone(status));
  const single = good.filter((member, index) => !good.slice(index + 1).some((older) => isOfOneStep(member, older)));
  const kept = single.slice(0, keep);
  return sorted
    .filter((member) => (good.includes(member) ? !kept.includes(member) : member.status === "failed"))
    .reverse();
}

const isOfOneStep = (one: Member, other: Member) => one.step === other.step && one.triggersHash === other.triggersHash;

/** Deletes what exceeds `keep`, oldest first, each with proof. */
export async function prune(ledger: Ledger, inputs: RotationInputs, connection: Connection, operation: Operation) {
  const patience = patienceOf(operation, timeoutOf(inputs, "delete"));
  const removed = await removeMembers(
    tooMany(ledger.outputs.backups, inputs.keep),
    ledger,
    connection,
    operation,
    patience,
  );
  if (removed === 0) return;
  const kept = ledger.outputs.backups.length;
  operation.say(inputs.owner, `${removed} older ${removed === 1 ? "one" : "ones"} deleted, ${kept} kept`);
}

/** Deletes members one after the other, in this order, and strikes each one with its proof. Gives how many were. */
export async function removeMembers(
  members: readonly Member[],
  ledger: Ledger,
  connection: Connection,
  operation: Operation,
  patience: Patience,
): Promise<number> {
  let removed = 0;
  for (const [index, member] of members.entries()) {
    const backup = backupOf(ledger.outputs, member);
    if (operation.takenOver.has(placeOf(backup))) {
      operation.say(backup.owner, `${nameOf(member)} is kept: another resource of this run has adopted it`);
      ledger.strike(member.backupId);
      continue;
    }
    const count = members.length > 1 ? ` (${index + 1} of ${members.length})` : "";
    operation.say(backup.owner, `deleting ${nameOf(member)}${count}`);
    const proof = await removeBackup(backup, connection, operation, patience);
    const surprise = SURPRISES[proof];
    if (surprise) operation.say(backup.owner, `${nameOf(member)} ${surprise}`);
    ledger.strike(member.backupId);
    removed += 1;
  }
  return removed;
}

/** Proofs that are worth a line. */
const SURPRISES: Readonly<Partial<Record<Proof, string>>> = {
  "absent-before": "was gone already: the instance does not list it",
  "instance-absent": "is gone with its instance",
  expired: "has expired: DCS has removed the file, and keeps the record",
};
