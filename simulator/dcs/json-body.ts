import type { z } from "zod";
import { dcsRefusal } from "../answers/refusal";

/** The JSON object in a body, as the schema has it. Other members are let pass; whether they are is not documented. */
export function readJsonBody<Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema> {
  if (text.trim() === "") throw dcsRefusal("bodyEmpty");
  const json = parse(text);
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw dcsRefusal("bodyNotJson");
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw dcsRefusal("parameterInvalid", String(result.error.issues[0]?.path[0] ?? ""));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw dcsRefusal("bodyNotJson");
  }
}
