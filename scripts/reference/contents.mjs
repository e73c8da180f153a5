/**
 * The pages of docs/reference that tell of the package's exports, and what stands on each, in this order. A page without a
 * title is called as the first thing on it; `introduced` ones begin with the docstring of its file.
 *
 * @type {{ file: string, title?: string, introduced?: true, names: string[] }[]}
 */
export const CONTENTS = [
  { file: "backup.md", names: ["Backup", "BackupArgs", "BackupTimeouts", "BackupPlace", "Trigger"] },
  { file: "backup-rotation.md", names: ["BackupRotation", "BackupRotationArgs", "RotatedBackup"] },
  { file: "restore.md", names: ["Restore", "RestoreArgs", "RestoreTimeouts"] },
  { file: "lookups.md", title: "Looking up", introduced: true, names: ["LookupInputs", "LookupPlace"] },
  {
    file: "lookup-backups.md",
    title: "Looking up backups",
    names: [
      ...["getBackup", "getBackupOutput", "GetBackupArgs", "getBackups", "getBackupsOutput", "GetBackupsArgs"],
      ...["BackupFilter", "FoundBackup"],
    ],
  },
  {
    file: "lookup-instances.md",
    title: "Looking up instances",
    names: [
      ...["getInstance", "getInstanceOutput", "GetInstanceArgs", "getInstances", "getInstancesOutput"],
      ...["GetInstancesArgs", "FoundInstance", "FoundBackupPolicy"],
    ],
  },
  {
    file: "lookup-file-links.md",
    title: "Links to a backup's files",
    names: [
      ...["getBackupFileLinks", "getBackupFileLinksOutput", "GetBackupFileLinksArgs"],
      ...["BackupFileLinks", "BackupFileLink"],
    ],
  },
];

/** Where something stands, seen from another page; undefined where it is not public. @param {string} name */
export function placeOf(name) {
  const page = CONTENTS.find(({ names }) => names.includes(name));
  return page && `${page.file}#${name.toLowerCase()}`;
}
