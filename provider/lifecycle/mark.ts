import { createHash } from "node:crypto";
import type { Dice } from "../clock";
import { lettersOf } from "./letters";

/** The two forms: a backup's own (or a restore's), and that of a rotation's member. */
const SINGLE = /^pulumi-[0-9a-f]{6}-[a-z0-9]{8}$/;
const MEMBER = /^pulumi-[0-9a-f]{6}-[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{3}$/;

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

/**
 * The mark of a restore, of the same form. It follows from who restores which backup, and on what occasion, so that a run that
 * is repeated finds what an earlier one has ordered.
 */
export function restoreMark(owner: string, backupId: string, triggers: unknown): string {
  return `pulumi-${stackHash(owner)}-${lettersOf([owner, backupId, triggers], 8)}`;
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

/** Whether a listed remark ends in the mark of any Pulumi resource, or in that of a member of a rotation. */
export function bearsSomeMark(remark: string | undefined): boolean {
  const word = lastWordOf(remark);
  return SINGLE.test(word) || MEMBER.test(word);
}

/** Whether a listed remark bears this mark. */
export function bearsMark(remark: string | undefined, mark: string | undefined): boolean {
  // A state may have lost its mark; a backup without a remark is somebody else's all the same.
  if (!mark) return false;
  return lastWordOf(remark) === mark;
}

/** What the mark of a rotation's member says besides whose it is. */
export interface MemberSign {
  /** Four characters that stand for the triggers it was taken for. */
  readonly triggersHash: string;
  /** Three characters that stand for the rotation's step it was taken in: the same triggers may come again. */
  readonly step: string;
}

/** The mark of a member: the rotation's own, a hyphen, the hash of the triggers, a hyphen, the step. 31 characters. */
export function memberMark(mark: string, { triggersHash, step }: MemberSign): string {
  return `${mark}-${triggersHash}-${step}`;
}

/** The sign of a member of the rotation with this mark; nothing where a listed remark bears another mark, or none. */
export function memberSignIn(remark: string | undefined, mark: string | undefined): MemberSign | undefined {
  const word = lastWordOf(remark);
  if (!mark || !word.startsWith(mark)) return undefined;
  const [, triggersHash, step] = /^-([a-z0-9]{4})-([a-z0-9]{3})$/.exec(word.slice(mark.length)) ?? [];
  return triggersHash && step ? { triggersHash, step } : undefined;
}

/** Whether a mark, as a remark ends in it, is that of a rotation's member. */
export function isMemberMark(mark: string): boolean {
  return MEMBER.test(mark);
}

/** Whether a listed remark bears this mark, be it a backup's own or that of a rotation. */
export function belongsToMark(remark: string | undefined, mark: string | undefined): boolean {
  return bearsMark(remark, mark) || memberSignIn(remark, mark) !== undefined;
}

function lastWordOf(remark: string | undefined): string {
  return remark?.trim().split(/\s+/).at(-1) ?? "";
}
