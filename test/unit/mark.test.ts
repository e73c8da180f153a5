import {
  bearsMark,
  bearsSomeMark,
  belongsToMark,
  makeMark,
  memberMark,
  memberSignIn,
  remarkOf,
  restoreMark,
  stackHash,
} from "../../provider/lifecycle/mark";
import { seededDice } from "../support/dice";

const urn = (stack: string, project: string, name: string) =>
  `urn:pulumi:${stack}::${project}::pulumi-nodejs:dynamic/dcs:Backup::${name}`;

test("marks of one stack share six characters, those of others do not", () => {
  expect(stackHash(urn("dev", "shop", "a"))).toBe(stackHash(urn("dev", "shop", "b")));
  expect(stackHash(urn("dev", "shop", "a"))).not.toBe(stackHash(urn("prod", "shop", "a")));
  expect(stackHash(urn("dev", "shop", "a"))).not.toBe(stackHash(urn("dev", "mall", "a")));
});

test("two marks of one resource differ", () => {
  const dice = seededDice();
  expect(makeMark(urn("dev", "shop", "a"), dice)).not.toBe(makeMark(urn("dev", "shop", "a"), dice));
});

test("a remark with the longest description stays within DCS's 128 characters", () => {
  expect(remarkOf("x".repeat(100), makeMark(urn("dev", "shop", "a"), seededDice()))).toHaveLength(123);
});

test("a remark bears the mark only at its end", () => {
  expect(bearsMark("before release pulumi-abcdef-12345678", "pulumi-abcdef-12345678")).toBe(true);
  expect(bearsMark("pulumi-abcdef-12345678", "pulumi-abcdef-12345678")).toBe(true);
  expect(bearsMark("like pulumi-abcdef-12345678 but not", "pulumi-abcdef-12345678")).toBe(false);
  expect(bearsMark("pulumi-abcdef-123456789", "pulumi-abcdef-12345678")).toBe(false);
  expect(bearsMark(undefined, "pulumi-abcdef-12345678")).toBe(false);
});

const MARK = "pulumi-abcdef-12345678";
const SIGN = { triggersHash: "0a1z", step: "00c" };

test("the mark of a member says whose it is, for which triggers and in which step, and is not that of a backup", () => {
  const remark = remarkOf("before release", memberMark(MARK, SIGN));
  expect(remark).toBe("before release pulumi-abcdef-12345678-0a1z-00c");
  expect(memberSignIn(remark, MARK)).toEqual(SIGN);
  expect(bearsMark(remark, MARK)).toBe(false);
  expect(memberSignIn(remarkOf("x", MARK), MARK)).toBeUndefined();
  expect(memberSignIn(remark, "pulumi-abcdef-12345679")).toBeUndefined();
  expect(memberSignIn(`${remark} or so`, MARK)).toBeUndefined();
  expect(memberSignIn(`${remark}0`, MARK)).toBeUndefined();
  expect(memberSignIn(undefined, MARK)).toBeUndefined();
  expect(memberSignIn(remark, undefined)).toBeUndefined();
});

test("both forms are marks of Pulumi, and belong to the mark they begin with", () => {
  for (const word of [MARK, memberMark(MARK, SIGN)]) {
    expect(bearsSomeMark(`nightly ${word}`)).toBe(true);
    expect(belongsToMark(`nightly ${word}`, MARK)).toBe(true);
  }
  expect(bearsSomeMark(`nightly ${MARK}-0a1z`)).toBe(false);
  expect(belongsToMark(`nightly ${MARK}-0a1z`, MARK)).toBe(false);
  expect(belongsToMark("nightly", "")).toBe(false);
});

test("the remark of a member with the longest description has DCS's 128 characters, and none that DCS may refuse", () => {
  const word = memberMark(makeMark(urn("dev", "shop", "a"), seededDice()), SIGN);
  expect(remarkOf("x".repeat(96), word)).toHaveLength(128);
  expect(word).toMatch(/^[a-z0-9-]+$/);
});

test("the mark of a restore follows from owner, backup and triggers, whatever the order of their names", () => {
  const owner = urn("dev", "shop", "a");
  const mark = restoreMark(owner, "b", { x: 1, y: [2] });
  expect(mark).toMatch(/^pulumi-[0-9a-f]{6}-[a-z0-9]{8}$/);
  expect(mark).toContain(stackHash(owner));
  expect(restoreMark(owner, "b", { y: [2], x: 1 })).toBe(mark);
  const others = [
    restoreMark(urn("dev", "shop", "b"), "b", { x: 1, y: [2] }),
    restoreMark(owner, "c", { x: 1, y: [2] }),
    restoreMark(owner, "b", { x: 1, y: [3] }),
    restoreMark(owner, "b", undefined),
    restoreMark(owner, "b", null),
  ];
  expect(new Set([mark, ...others]).size).toBe(6);
});
