import fc from "fast-check";
import { NoAnswer } from "../../provider/dcs/exchange";
import { readRefusal } from "../../provider/dcs/refusal";
import { type Attempt, type Circumstances, decide } from "../../provider/dcs/retry";

const now = Date.parse("2026-11-24T10:00:00Z");
const at = (more: Partial<Circumstances> = {}): Circumstances => ({
  idempotent: true,
  throttled: 0,
  failures: 0,
  waits: 0,
  now,
  deadline: now + 600_000,
  dice: () => 0.5,
  ...more,
});
const cut: Attempt = { kind: "no-answer", failure: new NoAnswer("cut", "perhaps") };
const unsent: Attempt = { kind: "no-answer", failure: new NoAnswer("refused", "no") };
const answered = (status: number, code = "", headers: Record<string, string> = {}): Attempt => {
  const body = code ? JSON.stringify({ error: { code, message: "text" } }) : "";
  return { kind: "refused", refusal: readRefusal({ status, headers, body }), headers };
};

describe("what is repeated", () => {
  test.each([
    ["a GET whose answer was lost", cut, at(), true],
    ["a DELETE whose answer was lost", cut, at(), true],
    ["a POST whose answer was lost", cut, at({ idempotent: false }), false],
    ["a POST that was never sent", unsent, at({ idempotent: false }), true],
    ["a POST that was throttled", answered(429), at({ idempotent: false }), true],
    ["a POST that met a bad gateway", answered(502), at({ idempotent: false }), false],
    ["a POST refused by a busy instance", answered(400, "111400096"), at({ idempotent: false }), true],
    ["a GET that met a bad gateway", answered(502), at(), true],
    ["a DELETE that met a storage failure", answered(500, "111400101"), at(), true],
    ["a GET that was not understood", answered(400), at(), false],
    ["a GET that was forbidden", answered(403), at(), false],
    ["the ninth failure in a row", answered(502), at({ failures: 8 }), false],
    ["a throttled request, however often before", answered(429), at({ failures: 8, throttled: 30 }), true],
    ["the fifth failure to reach anybody", unsent, at({ failures: 4 }), false],
    ["a pause that would reach over the deadline", answered(502), at({ deadline: now + 10 }), false],
  ])("%s", (_case, attempt, circumstances, repeat) => {
    expect(decide(attempt, circumstances).repeat).toBe(repeat);
  });
});

test("the service's own wish wins, in seconds or as a date", () => {
  expect(decide(answered(429, "", { "retry-after": "7" }), at())).toEqual({
    repeat: true,
    pause: 7_000,
    inLine: false,
  });
  const date = new Date(now + 9_000).toUTCString();
  expect(decide(answered(503, "", { "retry-after": date }), at())).toEqual({
    repeat: true,
    pause: 9_000,
    inLine: false,
  });
});

test("a wish for no pause, or for one in the past, is not granted", () => {
  const past = new Date(now - 60_000).toUTCString();
  for (const wish of ["0", past]) {
    expect(decide(answered(429, "", { "retry-after": wish }), at())).toEqual({
      repeat: true,
      pause: 500,
      inLine: false,
    });
  }
});

test("no pause reaches the deadline, and every one is a whole number of milliseconds", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(cut, unsent, answered(429), answered(504), answered(400, "111400096")),
      fc.nat(20),
      fc.nat(20),
      fc.integer({ min: -1_000, max: 100_000 }),
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      (attempt, failures, waits, left, roll) => {
        const decision = decide(attempt, at({ failures, waits, deadline: now + left, dice: () => roll }));
        if (!decision.repeat) return;
        expect(decision.pause).toBeGreaterThan(0);
        expect(decision.pause).toBeLessThan(left);
        expect(Number.isInteger(decision.pause)).toBe(true);
      },
    ),
  );
});
