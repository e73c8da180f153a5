import { DcsError, Unfinished } from "../errors";
import { clean } from "./clean";

const PROVIDER = "__provider";

/**
 * A failure as the dynamic host takes it: always an Error, and for an unfinished resource with a string `id`, clean
 * `properties` that hold the provider's text (without it no delete would ever run) and at least one reason (without one
 * the next `up` would say "unchanged").
 */
export function failureOf(error: unknown, properties: Readonly<Record<string, unknown>>): Error {
  if (error instanceof Unfinished) {
    const partial = { ...clean(error.outputs), [PROVIDER]: properties[PROVIDER] };
    return withoutStack(
      Object.assign(new Error(error.message), { id: error.id, properties: partial, reasons: [...error.reasons] }),
    );
  }
  if (error instanceof DcsError) return withoutStack(error);
  return error instanceof Error ? error : new Error(`An unexpected failure of pulumi-dcs-backup: ${String(error)}`);
}

/**
 * The host prints name, message and stack of a failed check, diff, read or delete; a user's mistake, or the service's
 * refusal, needs neither name nor stack. What stands in the stack's place is true of these four.
 */
export function withoutStack(error: Error): Error {
  Object.defineProperty(error, "name", { value: "" });
  error.stack = "the state is unchanged";
  return error;
}
