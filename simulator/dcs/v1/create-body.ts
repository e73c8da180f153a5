import { z } from "zod";
import { dcsRefusal } from "../../answers/refusal";

/** The body of v1.0's create: a remark or nothing. Other members are let pass; whether they are is not documented. */
const createBody = z.object({ remark: z.string().nullish() });

export function readCreateBody(text: string): { remark: string | null } {
  if (text.trim() === "") throw dcsRefusal("bodyEmpty");
  const json = parse(text);
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw dcsRefusal("bodyNotJson");
  const result = createBody.safeParse(json);
  if (!result.success) throw dcsRefusal("parameterInvalid", "remark");
  return { remark: result.data.remark ?? null };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw dcsRefusal("bodyNotJson");
  }
}
