import { pauseUntilNextLook } from "../../provider/lifecycle/pace";

/** How many looks a backup of `duration` takes, and how long after its end the last one comes. */
function watch(duration: number, progressAt: (share: number) => number) {
  let at = 0;
  let looks = 1;
  while (at < duration) {
    at += pauseUntilNextLook(at, progressAt(at / duration));
    looks += 1;
  }
  return { looks, delay: at - duration };
}

describe("looks are sparse in the middle and close at the end", () => {
  test.each([
    ["5 s", 5_000, 12, 1_000],
    ["60 s", 60_000, 20, 2_000],
    ["15 min", 900_000, 60, 5_000],
  ])("a backup of %s", (_name, duration, mostLooks, longestDelay) => {
    const { looks, delay } = watch(duration, (share) => share * 100);
    expect(looks).toBeLessThanOrEqual(mostLooks);
    expect(delay).toBeLessThanOrEqual(longestDelay);
  });
});

test("without usable progress the delay stays within a tenth of the time elapsed", () => {
  for (const progress of [Number.NaN, 0, 100]) {
    const { looks, delay } = watch(600_000, () => progress);
    expect(delay).toBeLessThanOrEqual(30_000);
    expect(looks).toBeLessThanOrEqual(80);
  }
});
