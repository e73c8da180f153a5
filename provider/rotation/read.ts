import type { Connection } from "../dcs/connection";
import { DcsError } from "../errors";
import { timeoutOf } from "../lifecycle/arguments";
import { connected, type Operation, patienceOf } from "../lifecycle/operation";
import { findOrProveGone } from "../lifecycle/presence";
import { couldNotTell } from "../lifecycle/read";
import type { Patience } from "../waiter";
import { type Ledger, ledgerOf } from "./ledger";
import { look } from "./look";
import { backupOf } from "./member";
import type { RotationOutputs } from "./outputs";

/**
 * Looks at the members of a state: those that vanished are dropped, with proof, and those that a killed run took are taken
 * over. Where none is left, the empty ID drops the rotation, and the next `pulumi up` begins a new one. Doubt throws.
 */
export async function read(
  id: string,
  stored: RotationOutputs,
  operation: Operation,
): Promise<{ id: string; props: RotationOutputs }> {
  if (!(stored as Partial<RotationOutputs>).backups) throw notByItsId(id); // a state's outputs have it, a mere ID has none
  const patience = patienceOf(operation, timeoutOf(stored, "read"));
  const connection = await connected(operation, stored);
  const ledger = ledgerOf(stored);
  await waitForLate(ledger, connection, patience);
  await look(ledger, connection, operation, patience);
  const { outputs } = ledger;
  // The order of a first step may have its effect yet: the mark is the only trace of it.
  if (outputs.backups.length > 0 || outputs.steps === 0) return { id, props: outputs };
  operation.say(outputs.owner, "gone: none of its backups is left");
  return { id: "", props: outputs };
}

/** One that was never listed is waited for as long as it may only be late. */
async function waitForLate(ledger: Ledger, connection: Connection, patience: Patience) {
  for (const member of ledger.outputs.backups.filter(({ requestedAt }) => requestedAt !== undefined)) {
    const backup = backupOf(ledger.outputs, member);
    const ending = await findOrProveGone(backup, connection, patience);
    if (ending.ended !== "found") throw couldNotTell(backup, ending.ended);
  }
}

function notByItsId(id: string): DcsError {
  return new DcsError(
    "bad-configuration",
    `A BackupRotation cannot be looked up by its ID (${id}): only the stack that made it knows its members. Remove the option id. Look at its backups with getBackups, whose argument text finds its mark.`,
  );
}
