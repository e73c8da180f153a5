import { z } from "zod";
import { dcsRefusal } from "../../answers/refusal";
import { compactTime, fromOne, fromZero, parameterInvalid, validQuery } from "../queries";

const END_NOT_AFTER_START = "end_time is not after begin_time";

/** `offset` counts from 0; 1 to 1000 records, ten without `limit` (H25). Times are UTC (A2). */
const recordsQuery = z
  .object({
    offset: fromZero.default(0),
    limit: fromOne.refine((limit) => limit <= 1000).default(10),
    begin_time: compactTime.optional(),
    end_time: compactTime.optional(),
  })
  .refine(({ begin_time = -Infinity, end_time = Infinity }) => begin_time < end_time, END_NOT_AFTER_START);

/** 1 to 1000 instances, a thousand without `limit` (A-life). The filter by id is named in full on v2. */
const instancesQuery = z.object({
  offset: fromZero.default(0),
  limit: fromOne.refine((limit) => limit <= 1000).default(1000),
  name: z.string().default(""),
  status: z.string().default(""),
  instance_id: z.string().default(""),
});

export const validRecordsQuery = validQuery(recordsQuery, (name, message) =>
  message === END_NOT_AFTER_START ? dcsRefusal("endNotAfterStart") : parameterInvalid(name),
);
export const validInstancesQuery = validQuery(instancesQuery);
