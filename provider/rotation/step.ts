import { isDeepStrictEqual } from "node:util";
import type { Connection } from "../dcs/connection";
import { isDone, isFinal } from "../dcs/statuses";
import { DcsError, Unfinished } from "../errors";
import { timeoutOf } from "../lifecycle/arguments";
import type { BackupInputs } from "../lifecycle/inputs";
import { memberMark, type MemberSign } from "../lifecycle/mark";
import { type Operation, patienceOf } from "../lifecycle/operation";
import type { BackupOutputs } from "../lifecycle/outputs";
import { goOn, take } from "../lifecycle/take";
import type { RotationInputs } from "./inputs";
import type { Ledger } from "./ledger";
import { look, nameOf } from "./look";
import { backupOf, type Member, memberOf } from "./member";
import { type RotationOutputs, signOf } from "./outputs";

/** Whether the inputs ask for one more backup: the triggers changed, or there is none, or there has not been any step yet. */
export function asksForOneMore(outputs: RotationOutputs, inputs: RotationInputs): boolean {
  const { steps, backups, triggers } = outputs;
  return steps === 0 || backups.length === 0 || !isDeepStrictEqual(triggers, inputs.triggers);
}

/**
 * Sees to it that all that was begun is finished, and that there is a good member for the inputs: one that a run before
 * this one has taken, or a new one.
 *
 * The ledger knows every ID at every moment. A member that fails is removed, and the error says why it failed.
 */
export async function takeStep(ledger: Ledger, inputs: RotationInputs, connection: Connection, operation: Operation) {
  const patience = patienceOf(operation, timeoutOf(inputs, "create"));
  await look(ledger, connection, operation, patience);
  // DCS takes one at a time, so that whatever runs has to be waited for anyway.
  const sign = signOf(ledger.outputs, inputs);
  const wanted = asksForOneMore(ledger.outputs, inputs);
  for (const member of ledger.outputs.backups.filter(isUnfinished)) {
    const finishing = () => goOn(backupOf(ledger.outputs, member), connection, operation, patience);
    await keepAccount(ledger, member, finishing).catch((error: unknown) => {
      const isAnother = wanted && !isOf(sign, member);
      if (!(isAnother && error instanceof DcsError && error.code === "backup-failed")) throw error;
      operation.say(
        inputs.owner,
        `${nameOf(member)}, of a step that was given up, has failed, and its record was removed`,
      );
    });
  }
  if (!wanted) return;
  const { backups } = ledger.outputs;
  if (backups.some((member) => isDone(member.status) && isOf(sign, member))) return;
  const besides = backups.map(({ backupId }) => backupId);
  await keepAccount(ledger, sign, () => take(orderOf(inputs, sign), connection, operation, besides));
}

/** Whether it remains to be seen what becomes of a member. */
export function isUnfinished({ status, requestedAt }: Member): boolean {
  return !isFinal(status) || requestedAt !== undefined;
}

const isOf = ({ triggersHash, step }: MemberSign, member: Member) =>
  member.triggersHash === triggersHash && member.step === step;

function orderOf({ keep: _keep, triggers: _triggers, ...inputs }: RotationInputs, sign: MemberSign): BackupInputs {
  return { ...inputs, mark: memberMark(inputs.mark, sign) };
}

/** Enters what became of a member, however that ended. */
async function keepAccount(ledger: Ledger, sign: MemberSign | Member, work: () => Promise<BackupOutputs>) {
  try {
    ledger.put(memberOf(sign, await work()));
  } catch (error) {
    if (error instanceof Unfinished) {
      // What it throws are the outputs of a single backup.
      ledger.put(memberOf(sign, error.outputs as unknown as BackupOutputs));
    } else if ("backupId" in sign) ledger.strike(sign.backupId);
    throw error;
  }
}
