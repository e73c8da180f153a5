export { Backup, type BackupArgs, type BackupTimeouts, type Trigger } from "./backup";
