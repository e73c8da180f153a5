/** The paths below a version, the same in both (A1, A2). */
export const INSTANCES = "/:projectId/instances";
export const INSTANCE = `${INSTANCES}/:instanceId` as const;
export const BACKUPS = `${INSTANCE}/backups` as const;
export const BACKUP = `${BACKUPS}/:backupId` as const;
export const RESTORES = `${INSTANCE}/restores` as const;
