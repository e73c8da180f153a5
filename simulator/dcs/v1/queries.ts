import { z } from "zod";
import { zValidator } from "@hono/zod-validator";
import { dcsRefusal } from "../../answers/refusal";
import { fromCompactTime } from "../../timestamps";

const count = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/** The time zone of v1.0's filters is not stated; this simulator reads UTC, as v2 says. */
const time = z.string().transform((text, context) => {
  const parsed = fromCompactTime(text);
  if (parsed === undefined) context.addIssue("not of the form yyyyMMddHHmmss");
  return parsed;
});

/** `start` counts from 1; ten records without `limit`, and no greatest `limit` is given (A1). */
const backupsQuery = z
  .object({ start: count.default(1), limit: count.default(10), beginTime: time.optional(), endTime: time.optional() })
  .refine(({ beginTime = -Infinity, endTime = Infinity }) => beginTime < endTime, { path: ["endTime"] });

/** A page holds 1000 instances without `limit`, 2000 at most; empty filters mean none (A-life). */
const instancesQuery = z.object({
  start: count.default(1),
  limit: count.refine((limit) => limit <= 2000).default(1000),
  name: z.string().default(""),
  status: z.string().default(""),
  id: z.string().default(""),
});

export const validBackupsQuery = zValidator("query", backupsQuery, (result) => {
  refuseFirstIssue(result);
});
export const validInstancesQuery = zValidator("query", instancesQuery, (result) => {
  refuseFirstIssue(result);
});

/** One page of rows. */
export function page<Row>(rows: readonly Row[], { start, limit }: { start: number; limit: number }): Row[] {
  return rows.slice(start - 1, start - 1 + limit);
}

function refuseFirstIssue(result: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } }): void {
  if (result.success) return;
  throw dcsRefusal("parameterInvalid", String(result.error?.issues[0]?.path[0] ?? ""));
}
