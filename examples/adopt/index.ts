import * as pulumi from "@pulumi/pulumi";
import { Backup } from "pulumi-dcs-backup";

const config = new pulumi.Config();

// Nothing is taken: the backup exists. From now on it is this resource's, deletion included.
const backup = new Backup("from-the-console", {
  instanceId: config.require("instanceId"),
  adopt: config.require("backupId"),
});

export const backupId = backup.backupId;
export const status = backup.status;
export const createdAt = backup.createdAt;
