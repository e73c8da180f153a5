import { Mistake } from "./mistake";
import type { z } from "zod";

/** What was given, with its defaults. Throws one sentence that names what is wrong with it. */
export function readSentence<Schema extends z.ZodType>(schema: Schema, given: unknown, what: string): z.output<Schema> {
  const result = schema.safeParse(given, { reportInput: true });
  if (result.success) return result.data;
  throw new Mistake(`${what} cannot be used: ${result.error.issues.flatMap((issue) => faultsIn(issue)).join("; ")}.`);
}

type Issue = z.core.$ZodIssue;

/** Of a union, the member that knows all the given names and misses none is the one that was meant. */
function faultsIn(issue: Issue, outer: readonly PropertyKey[] = []): string[] {
  const path = [...outer, ...issue.path];
  const meant = issue.code === "invalid_union" ? issue.errors.find((issues) => issues.every(isAboutValue)) : undefined;
  if (meant !== undefined && meant.length > 0) return meant.flatMap((inner) => faultsIn(inner, path));
  return [`${path.join(".") || "the whole"}: ${issue.message}`];
}

function isAboutValue({ code, input }: Issue): boolean {
  return code !== "unrecognized_keys" && input !== undefined;
}
