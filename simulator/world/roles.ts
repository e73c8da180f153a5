/** What an operation needs to be allowed, as policies name it (A-perm). */
export type Action =
  | "dcs:instance:list"
  | "dcs:instance:get"
  | "dcs:instance:getDataBackupLog"
  | "dcs:instance:getDataRestoreLog"
  | "dcs:instance:backupData"
  | "dcs:instance:restoreData"
  | "dcs:instance:downloadBackupData"
  | "dcs:instance:deleteDataBackupFile";

const READING: readonly Action[] = [
  ...(["dcs:instance:list", "dcs:instance:get"] as const),
  ...(["dcs:instance:getDataBackupLog", "dcs:instance:getDataRestoreLog"] as const),
];

/** What changes or hands out data, and deletes none (A-perm). */
const WORKING: readonly Action[] = [
  ...(["dcs:instance:backupData", "dcs:instance:restoreData", "dcs:instance:downloadBackupData"] as const),
];

/**
 * What users may do in DCS: everything as by DCS FullAccess, lists only as by DCS ReadOnlyAccess (A-perm), everything but
 * deletion as by a policy of one's own, or nothing.
 */
const ALLOWED = {
  full: [...READING, ...WORKING, "dcs:instance:deleteDataBackupFile"],
  "read-only": READING,
  "no-delete": [...READING, ...WORKING],
  none: [],
} as const satisfies Record<string, readonly Action[]>;

export type Role = keyof typeof ALLOWED;

export const ROLES = ["full", "read-only", "no-delete", "none"] as const satisfies readonly Role[];

export function mayDo(role: Role, action: Action): boolean {
  const allowed: readonly Action[] = ALLOWED[role];
  return allowed.includes(action);
}

/** The name of the policy behind a role, as a token tells it. */
export const POLICY_NAMES: Readonly<Record<Role, string>> = {
  full: "DCS FullAccess",
  "read-only": "DCS ReadOnlyAccess",
  "no-delete": "dcs-without-deletion",
  none: "nothing-in-dcs",
};
