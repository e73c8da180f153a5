import type { ListedInstance } from "../dcs/wire";

/** When DCS takes backups of an instance by itself. Values are the service's: API reference, "Querying a DCS Instance". */
export interface FoundBackupPolicy {
  /** `auto`: it does so; `manual`: it does not. */
  readonly type?: string;
  /** Days that an automatic backup is kept, 1 to 7. */
  readonly saveDays?: number;
  /** The days of the week on which it does; 1 is Monday. */
  readonly backupAt: readonly number[];
  /** An hour in UTC, such as `02:00-03:00`. */
  readonly beginAt?: string;
}

/** An instance as DCS shows it. */
export interface FoundInstance {
  /** Its ID, as the argument `instanceId` of a `Backup` takes it. */
  readonly instanceId: string;
  /** Its name; several instances may share it. */
  readonly name?: string;
  /** Such as `RUNNING`, `EXTENDING` or `RESTORING`. */
  readonly status: string;
  /** What it is doing besides, such as `BACKUPING`; v1.0 of the API does not tell. */
  readonly task?: string;
  /** `single`, `ha`, `cluster`, `proxy` or `ha_rw_split`. */
  readonly cacheMode?: string;
  /** `Redis` or `Memcached`. */
  readonly engine?: string;
  /** Such as `5.0`. */
  readonly engineVersion?: string;
  /** GB. */
  readonly capacity?: number;
  /** When it was made; ISO 8601, UTC. */
  readonly createdAt?: string;
  /** Its policy; absent where it has none, as single-node instances. */
  readonly backupPolicy?: FoundBackupPolicy;
  /** Whether a backup can be taken at this moment. On v1.0 a backup that runs already does not show. */
  readonly canBeBackedUp: boolean;
  /** Why no backup can be taken, as a sentence; absent where one can. */
  readonly whyNot?: string;
}

/** The row in the words of a program; what the service did not say is absent. */
export function foundInstance(row: ListedInstance): FoundInstance {
  const whyNot = obstacleTo(row);
  return { ...withoutUndefined(row), canBeBackedUp: whyNot === undefined, ...(whyNot === undefined ? {} : { whyNot }) };
}

/** Which instances can be backed up, and when: user manual, "Backing Up and Restoring Instance Data". */
function obstacleTo({ cacheMode, status, task }: ListedInstance): string | undefined {
  if (cacheMode === "single") return "Single-node instances cannot be backed up.";
  if (status !== "RUNNING") return `Only a RUNNING instance can be backed up, and this one is ${status}.`;
  return task === undefined ? undefined : `The instance is occupied by another task: ${task}.`;
}

function withoutUndefined({ backupPolicy, ...row }: ListedInstance) {
  return { ...known(row), ...(backupPolicy === undefined ? {} : { backupPolicy: known(backupPolicy) }) };
}

function known<T extends object>(row: T) {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key];
  } & { [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined> }; // the entries are those of `row`
}
