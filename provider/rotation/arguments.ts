import { z } from "zod";
import { ARGUMENTS, description, kindOf } from "../lifecycle/arguments";

/** DCS keeps the latest 24 backups of an instance, and a step needs room for one more before it deletes the oldest. */
const MOST_KEPT = 23;

const wrongKeep = (input: unknown) => {
  const given = typeof input === "number" ? String(input) : kindOf(input);
  return input === undefined
    ? `Give keep: how many backups to keep, from 1 to ${MOST_KEPT}.`
    : `keep must be a whole number from 1 to ${MOST_KEPT}, not ${given}: DCS keeps 24 backups of an instance, and each step takes the new one before it deletes the oldest.`;
};

const { instanceId, triggers, region, projectId, endpoint, apiVersion, cloud, backupFormat, timeouts } = ARGUMENTS;

/** What each argument of a rotation must be. */
export const ROTATION_ARGUMENTS = {
  instanceId,
  keep: z.int({ error: ({ input }) => wrongKeep(input) }).refine((keep) => keep >= 1 && keep <= MOST_KEPT, {
    error: ({ input }) => wrongKeep(input),
  }),
  triggers,
  description: description("member"),
  region,
  projectId,
  endpoint,
  apiVersion,
  cloud,
  backupFormat,
  timeouts,
} as const;
