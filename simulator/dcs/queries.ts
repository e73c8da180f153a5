import { z } from "zod";
import { zValidator } from "@hono/zod-validator";
import { dcsRefusal, type Refusal } from "../answers/refusal";
import { fromCompactTime } from "../timestamps";

/** Whole numbers as texts. */
export const fromOne = wholeNumber(/^[1-9]\d{0,8}$/);
export const fromZero = wholeNumber(/^(0|[1-9]\d{0,8})$/);

/** `yyyyMMddHHmmss`, in UTC as v2 says; v1.0 does not state the zone. */
export const compactTime = z.string().transform((text, context) => {
  const parsed = fromCompactTime(text);
  if (parsed === undefined) context.addIssue("not of the form yyyyMMddHHmmss");
  return parsed;
});

/** Refuses a query in DCS's words: by default that the first parameter at fault is invalid. */
export function validQuery<Schema extends z.ZodType>(
  schema: Schema,
  refusalOf: (name: string, message: string) => Refusal = parameterInvalid,
) {
  return zValidator("query", schema, (result) => {
    if (result.success) return;
    const [issue] = result.error.issues;
    throw refusalOf(String(issue?.path[0] ?? ""), issue?.message ?? "");
  });
}

export function parameterInvalid(name: string): Refusal {
  return dcsRefusal("parameterInvalid", name);
}

function wholeNumber(form: RegExp) {
  return z.string().regex(form).transform(Number);
}
