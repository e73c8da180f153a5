import { createHash } from "node:crypto";

/** Letters and digits that stand for a value, whatever the order of the names in it; up to nine places. */
export function lettersOf(value: unknown, places: number): string {
  const digest = createHash("sha256").update(canonical(value)).digest();
  return inLetters(digest.readUIntBE(0, 6), places);
}

/** The last places of a number, in digits and letters. */
export function inLetters(value: number, places: number): string {
  return (value % 36 ** places).toString(36).padStart(places, "0");
}

function canonical(value: unknown): string {
  if (value === undefined) return "none";
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join()}}`;
}
