import * as pulumi from "@pulumi/pulumi";
import { Backup, getInstanceOutput } from "pulumi-dcs-backup";

const version = new pulumi.Config().require("version");

/** A backup of the instance "sessions" of a cloud, by the name that clouds.yaml gives the cloud. */
function backUp(cloud: string): Backup {
  const { instanceId } = getInstanceOutput({ name: "sessions", cloud });
  return new Backup(cloud, { instanceId, cloud, description: `before release ${version}`, triggers: { version } });
}

const europe = backUp("europe");
const asia = backUp("asia");

export const backups = { europe: europe.backupId, asia: asia.backupId };
export const regions = { europe: europe.region, asia: asia.region };
