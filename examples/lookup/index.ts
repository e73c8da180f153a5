import * as pulumi from "@pulumi/pulumi";
import { getBackupFileLinksOutput, getBackupOutput, getInstanceOutput } from "pulumi-dcs-backup";

const name = new pulumi.Config().require("instanceName");

const instance = getInstanceOutput({ name });
const { instanceId } = instance;

const latest = getBackupOutput({ instanceId, type: "auto", status: "succeed", mostRecent: true });

export const policy = instance.backupPolicy;
export const canBeBackedUp = instance.canBeBackedUp;
export const backupId = latest.backupId;
export const createdAt = latest.createdAt;
// Good for ten minutes, for whoever has them: Pulumi keeps them as a secret.
export const files = getBackupFileLinksOutput({ instanceId, backupId, expiration: 600 }).links;
