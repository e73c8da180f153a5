import type { Connection } from "../dcs/connection";
import { mayBeLate } from "../lifecycle/late-listing";
import { memberSignIn } from "../lifecycle/mark";
import type { Operation } from "../lifecycle/operation";
import { reasonOf } from "../lifecycle/reasons";
import type { Patience } from "../waiter";
import type { Ledger } from "./ledger";
import { backupOf, listedMember, type Member } from "./member";
import { ownBackups } from "./own-backups";

/**
 * One complete look at the rotation's own backups: takes over members that the ledger lacks, since a killed run took them,
 * and strikes those that have vanished. One that was never listed may only be late, and stays.
 */
export async function look(ledger: Ledger, connection: Connection, operation: Operation, patience: Patience) {
  const rows = await ownBackups(ledger.outputs, connection, patience);
  const { backups: known, mark, owner } = ledger.outputs;
  for (const row of rows) {
    const member = known.find(({ backupId }) => backupId === row.backupId);
    const sign = member ?? memberSignIn(row.remark, mark);
    if (!sign) continue;
    const listed = listedMember(sign, row);
    if (!member)
      operation.say(owner, `${nameOf(listed)} bears our mark, and is taken over: a run before this one took it`);
    if (listed.status === "failed" && member?.status !== "failed") {
      operation.say(owner, `${nameOf(listed)} has failed: ${reasonOf(row.errorCode)}`);
    }
    if (!member || !isSame(member, listed)) ledger.put(listed);
  }
  const isListed = ({ backupId }: Member) => rows.some((row) => row.backupId === backupId);
  for (const member of known.filter((one) => !isListed(one) && !isPerhapsLate(one, ledger, operation))) {
    operation.say(owner, `${nameOf(member)} is gone: the instance no longer lists it`);
    ledger.strike(member.backupId);
  }
}

/** How a sentence calls a member. */
export const nameOf = ({ name, backupId }: Member): string => name ?? `backup ${backupId}`;

function isPerhapsLate(member: Member, { outputs }: Ledger, { clock }: Operation): boolean {
  // As many looks as it takes are made by whoever waits for it.
  return mayBeLate(backupOf(outputs, member), Number.POSITIVE_INFINITY, clock.now());
}

function isSame(one: Member, other: Member): boolean {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])] as (keyof Member)[]; // their own names
  return names.every((name) => one[name] === other[name]);
}
