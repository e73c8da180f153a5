import * as pulumi from "@pulumi/pulumi";
import { BackupRotation } from "pulumi-dcs-backup";

const config = new pulumi.Config();
const version = config.require("version");

const rotation = new BackupRotation("releases", {
  instanceId: config.require("instanceId"),
  keep: config.getNumber("keep") ?? 3,
  description: `before release ${version}`,
  triggers: { version },
});

// What deploys the release waits for its backup, by { dependsOn: [rotation] }.

export const latest = rotation.latest.backupId;
export const backups = rotation.backups.apply((all) => all.map(({ createdAt, status }) => `${createdAt} ${status}`));
