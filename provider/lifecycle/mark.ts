import { createHash } from "node:crypto";
import type { Dice } from "../clock";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

/**
 * A new mark: `pulumi-<6 characters that stand for project and stack>-<8 random characters>`.
 *
 * It is part of the backup's remark, so that a backup whose ID was lost on the way is found again, and nobody else's is.
 */
export function makeMark(owner: string, dice: Dice): string {
  let random = "";
  for (let count = 0; count < 8; count++) random += ALPHABET[Math.floor(dice() * ALPHABET.length)] ?? "a";
  return `pulumi-${stackHash(owner)}-${random}`;
}

/** The six characters that all marks of one stack share, from a resource's URN (`urn:pulumi:<stack>::<project>::…`). */
export function stackHash(owner: string): string {
  const [stack = "", project = ""] = owner.replace(/^urn:pulumi:/, "").split("::");
  return createHash("sha256").update(`${project}/${stack}`).digest("hex").slice(0, 6);
}

/** The name of a resource, as its program calls it, from its URN. */
export function nameOf(owner: string): string {
  return owner.split("::").slice(3).join("::") || "another backup";
}

/** The remark to send: the description, a space, the mark; within DCS's 128 characters since a description has 100 bytes at most. */
export function remarkOf(description: string | undefined, mark: string): string {
  return description ? `${description} ${mark}` : mark;
}

/** Whether a listed remark ends in the mark of any Pulumi resource. */
export function bearsSomeMark(remark: string | undefined): boolean {
  return /(^|\s)pulumi-[0-9a-f]{6}-[a-z0-9]{8}\s*$/.test(remark ?? "");
}

/** Whether a listed remark bears this mark. */
export function bearsMark(remark: string | undefined, mark: string | undefined): boolean {
  // A state may have lost its mark; a backup without a remark is somebody else's all the same.
  if (!mark) return false;
  return remark?.trim().split(/\s+/).at(-1) === mark;
}
