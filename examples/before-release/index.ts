import * as pulumi from "@pulumi/pulumi";
import { Backup } from "pulumi-dcs-backup";

const config = new pulumi.Config();
const version = config.require("version");

const backup = new Backup("before-release", {
  instanceId: config.require("instanceId"),
  description: `before release ${version}`,
  triggers: { version },
});

// What deploys the release waits for its backup, by { dependsOn: [backup] }: a release without a backup does not happen.

export const backupId = backup.backupId;
export const finishedAt = backup.finishedAt;
export const triggers = backup.triggers;
