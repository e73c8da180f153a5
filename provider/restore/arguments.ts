import { z } from "zod";
import { ARGUMENTS, pathPart } from "../lifecycle/arguments";

const { triggers, region, projectId, endpoint, apiVersion, cloud, timeouts } = ARGUMENTS;

/** What each argument of a restore must be. */
export const RESTORE_ARGUMENTS = {
  instanceId: pathPart("instanceId", "the ID of the DCS instance to overwrite"),
  backupId: pathPart("backupId", "the ID of the backup to restore"),
  overwrite: z.literal(true, {
    error:
      "overwrite must be true: a restore overwrites all data of the instance, and what it holds now does not come back. Give overwrite: true to say that this is meant.",
  }),
  triggers,
  region,
  projectId,
  endpoint,
  apiVersion,
  cloud,
  timeouts,
} as const;
