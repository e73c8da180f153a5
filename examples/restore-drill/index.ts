import * as pulumi from "@pulumi/pulumi";
import { Backup, Restore } from "pulumi-dcs-backup";

const config = new pulumi.Config();
const drill = config.require("drill");

const backup = new Backup("production", {
  instanceId: config.require("production"),
  description: `drill ${drill}`,
  triggers: { drill },
});

// Everything that the second instance holds is overwritten: it is there for nothing else.
const restore = new Restore("drill", {
  instanceId: config.require("spare"),
  backupId: backup,
  triggers: { drill },
  overwrite: true,
});

// What compares the two instances waits for the restore, by { dependsOn: [restore] }.

export const restored = restore.backupName;
export const status = restore.status;
export const finishedAt = restore.finishedAt;
