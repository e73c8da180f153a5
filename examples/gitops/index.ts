import * as pulumi from "@pulumi/pulumi";
import { Backup } from "pulumi-dcs-backup";

// A commit with another release takes a backup for it, and then deletes the one before.
const release = "1.4.0";

const backup = new Backup("before-release", {
  instanceId: new pulumi.Config().require("instanceId"),
  description: `before release ${release}`,
  triggers: { release },
});

export const backupId = backup.backupId;
