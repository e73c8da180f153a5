export { Backup, type BackupArgs, type BackupPlace, type BackupTimeouts, type Trigger } from "./backup";
