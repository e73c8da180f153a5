import type { Context } from "hono";
import type { z } from "zod";
import { Mistake } from "../mistake";
import { readSentence } from "../read-sentence";
import type { Wire } from "../request";

/** What was sent to a control route, in the form it asks for. Throws a sentence when it is something else. */
export async function bodyOf<Schema extends z.ZodType>(
  c: Context<Wire>,
  schema: Schema,
  what: string,
): Promise<z.output<Schema>> {
  return readSentence(schema, parse(await c.req.text(), what), what);
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Mistake(`${what} cannot be used: the body is no JSON.`);
  }
}
