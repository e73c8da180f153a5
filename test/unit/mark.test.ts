import { bearsMark, makeMark, remarkOf, stackHash } from "../../provider/lifecycle/mark";
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
