import * as pulumi from "@pulumi/pulumi";
import { Backup } from "pulumi-dcs-backup";

const instanceId = new pulumi.Config().require("instanceId");

const backup = new Backup("before-release", { instanceId, description: "before release 1.4" });

export const backupId = backup.backupId;
export const status = backup.status;
export const size = backup.size;
export const finishedAt = backup.finishedAt;
