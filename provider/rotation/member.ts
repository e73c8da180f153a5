import type { ListedBackup } from "../dcs/wire";
import { memberMark, type MemberSign } from "../lifecycle/mark";
import type { BackupOutputs } from "../lifecycle/outputs";
import type { RotationOutputs } from "./outputs";

/** One backup of a rotation, as the state holds it. */
export interface Member extends MemberSign {
  readonly backupId: string;
  readonly name?: string;
  readonly createdAt?: string;
  readonly size?: number;
  readonly status: string;
  /** When it was ordered; present until the service lists it: before, its absence means little. */
  readonly requestedAt?: string;
}

/** A member as the service lists it. */
export function listedMember(sign: MemberSign, backup: Pick<ListedBackup, keyof Known>): Member {
  const { backupId, status } = backup;
  return { backupId, ...known(backup), status, triggersHash: sign.triggersHash, step: sign.step };
}

/** A member from what the life of a single backup has made of it. */
export function memberOf({ triggersHash, step }: MemberSign, backup: BackupOutputs): Member {
  const { backupId, status, listed, requestedAt } = backup;
  return { backupId, ...known(backup), status, triggersHash, step, ...(listed ? {} : { requestedAt }) };
}

interface Known {
  readonly backupId: string;
  readonly status: string;
  readonly name?: string | undefined;
  readonly createdAt?: string | undefined;
  readonly size?: number | undefined;
}

function known({ name, createdAt, size }: Known) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(size === undefined ? {} : { size }),
  };
}

/** A member as a backup of its own, so that all that is true of one holds for it. */
export function backupOf(rotation: RotationOutputs, member: Member): BackupOutputs {
  const { instanceId, region, projectId, endpoint, apiVersion, cloud, owner, timeouts } = rotation;
  const { backupId, status, createdAt, requestedAt } = member;
  return {
    ...{ instanceId, region, projectId, endpoint, owner, timeouts },
    ...(apiVersion === undefined ? {} : { apiVersion }),
    ...(cloud === undefined ? {} : { cloud }),
    ...{ backupId, status, mark: memberMark(rotation.mark, member) },
    ...known(member),
    requestedAt: requestedAt ?? createdAt ?? new Date(0).toISOString(),
    listed: requestedAt === undefined,
  };
}

/**
 * By the step that they were taken in, and within one by their times: DCS's are to the second, and may be missing. One that
 * has none, or is not listed yet, counts as the newest of its step.
 */
export function newestFirst(one: Member, other: Member): number {
  if (one.step !== other.step) return one.step < other.step ? 1 : -1;
  return timeOf(other) - timeOf(one);
}

const timeOf = ({ createdAt, requestedAt }: Member) =>
  requestedAt === undefined ? Date.parse(createdAt ?? "") || Number.MAX_SAFE_INTEGER : Number.MAX_VALUE;
