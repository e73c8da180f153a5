import type { ListedBackup } from "../dcs/wire";
import { bearsSomeMark } from "../lifecycle/mark";
import { idOf } from "../lifecycle/outputs";
import { reasonOf } from "../lifecycle/reasons";

/** A backup as DCS lists it. Values are the service's: DCS API reference, "Listing Backup Records". */
export interface FoundBackup {
  /** `<instance ID>/<backup ID>`, as `Backup.get` takes it. */
  readonly id: string;
  /** Its ID in DCS, as the argument `adopt` of a `Backup` takes it. */
  readonly backupId: string;
  /** The ID of the instance that was backed up. */
  readonly instanceId: string;
  /** The name that DCS gave, `backup_` and a local time. */
  readonly name?: string;
  /** What it is said to be for. */
  readonly remark?: string;
  /** Whether the remark ends in the mark of a Pulumi resource, of this stack or another: that one will delete it. */
  readonly bearsPulumiMark: boolean;
  /** `manual` or `auto`. */
  readonly type?: string;
  /** `aof` or `rdb`. */
  readonly backupFormat?: string;
  /** `waiting`, `backuping`, `succeed`, `failed`, `expired` or `deleted`. */
  readonly status: string;
  /** Percent, 0 to 100. */
  readonly progress?: number;
  /** Bytes of its file; 0 or absent while it runs. */
  readonly size?: number;
  /** The window of an automatic backup, such as `22:00-23:00`. */
  readonly period?: string;
  /** When DCS took the order; ISO 8601, UTC. */
  readonly createdAt?: string;
  /** When it began; ISO 8601, UTC. */
  readonly startedAt?: string;
  /** When it was done; ISO 8601, UTC. */
  readonly finishedAt?: string;
  /** Whether DCS can restore it. */
  readonly restorable: boolean;
  /** Why it failed, in words, with DCS's code. */
  readonly failure?: string;
}

/** The row in the words of a program; what the service did not say is absent. */
export function foundBackup(instanceId: string, row: ListedBackup): FoundBackup {
  const { backupId, progress, errorCode, restorable, status, ...said } = row;
  const failure = status === "failed" ? reasonOf(errorCode) : undefined;
  const perhaps = { ...said, progress: Number.isNaN(progress) ? undefined : progress, failure };
  const known = Object.fromEntries(
    Object.entries(perhaps).filter(([, value]) => value !== undefined),
  ) as Partial<FoundBackup>; // the entries are those of `perhaps`, whose fields are a FoundBackup's
  return {
    ...known,
    id: idOf({ instanceId, backupId }),
    backupId,
    instanceId,
    bearsPulumiMark: bearsSomeMark(row.remark),
    status,
    restorable,
  };
}

/** ISO 8601 in UTC sorts as text; what has no time comes last. */
export function newestFirst(one: FoundBackup, other: FoundBackup): number {
  return (other.createdAt ?? "").localeCompare(one.createdAt ?? "");
}
