export {
  getBackup,
  getBackupOutput,
  getBackups,
  getBackupsOutput,
  getBackupFileLinks,
  getBackupFileLinksOutput,
  getInstance,
  getInstanceOutput,
  getInstances,
  getInstancesOutput,
  type BackupFileLink,
  type BackupFileLinks,
  type BackupFilter,
  type FoundBackup,
  type FoundBackupPolicy,
  type FoundInstance,
  type GetBackupArgs,
  type GetBackupsArgs,
  type GetBackupFileLinksArgs,
  type GetInstanceArgs,
  type GetInstancesArgs,
  type LookupInputs,
  type LookupPlace,
} from "./lookups";
export { Backup, type BackupArgs, type BackupPlace } from "./backup";
export { BackupRotation, type BackupRotationArgs, type RotatedBackup } from "./rotation";
export { Restore, type RestoreArgs, type RestoreTimeouts } from "./restore";
export type { BackupTimeouts, Trigger } from "./resource";
