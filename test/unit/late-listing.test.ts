import { mayBeLate } from "../../provider/lifecycle/late-listing";
import type { BackupOutputs } from "../../provider/lifecycle/outputs";

const requestedAt = "2026-11-24T10:00:00.000Z";
const now = Date.parse(requestedAt);
const outputs = (listed: boolean) => ({ listed, requestedAt }) as BackupOutputs; // the rest does not matter here

test("a backup that was never listed may be late for two minutes and three looks, whichever takes longer", () => {
  expect(mayBeLate(outputs(false), 3, now + 119_999)).toBe(true);
  expect(mayBeLate(outputs(false), 2, now + 600_000)).toBe(true);
  expect(mayBeLate(outputs(false), 3, now + 120_000)).toBe(false);
});

test("one that was listed once is not late, but gone", () => {
  expect(mayBeLate(outputs(true), 1, now)).toBe(false);
});
