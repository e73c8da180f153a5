import { z } from "zod";
import { compactTime, fromOne, validQuery } from "../queries";

/** `start` counts from 1; ten records without `limit`, and no greatest `limit` is given (A1). */
const recordsQuery = z
  .object({
    start: fromOne.default(1),
    limit: fromOne.default(10),
    beginTime: compactTime.optional(),
    endTime: compactTime.optional(),
  })
  .refine(({ beginTime = -Infinity, endTime = Infinity }) => beginTime < endTime, { path: ["endTime"] });

/** A page holds 1000 instances without `limit`, 2000 at most; empty filters mean none (A-life). */
const instancesQuery = z.object({
  start: fromOne.default(1),
  limit: fromOne.refine((limit) => limit <= 2000).default(1000),
  name: z.string().default(""),
  status: z.string().default(""),
  id: z.string().default(""),
});

export const validRecordsQuery = validQuery(recordsQuery);
export const validInstancesQuery = validQuery(instancesQuery);
