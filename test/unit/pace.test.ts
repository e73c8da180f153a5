import { foresee, NO_FORESIGHT, pauseUntilNextLook, usualDuration } from "../../provider/lifecycle/pace";

/** A service's way to report progress: percent at a share of the whole duration. */
type Shape = (share: number) => number;

const linear: Shape = (share) => Math.floor(share * 10_000) / 100;
const steps: Shape = (share) => Math.floor(share * 4) * 25;
const none: Shape = () => 0;
const silent: Shape = () => Number.NaN;
const stuck: Shape = (share) => Math.min(99, Math.floor(share * 198));

/** How many looks a backup of `duration` takes, and how long after its end the last one comes. */
function watch(duration: number, shape: Shape, usual?: number) {
  let elapsed = 0;
  let looks = 1;
  let foresight = NO_FORESIGHT;
  while (elapsed < duration) {
    foresight = foresee(foresight, shape(elapsed / duration), elapsed);
    elapsed += pauseUntilNextLook(elapsed, foresight, usual);
    looks += 1;
  }
  return { looks, delay: elapsed - duration, share: (elapsed - duration) / elapsed };
}

/** The same for many durations near the given one. */
function watchMany(about: number, shape: Shape, usual?: number) {
  const watched = Array.from({ length: 101 }, (_, index) => watch(about * (0.95 + index * 0.001), shape, usual));
  const delays = watched.map(({ delay }) => delay).sort((one, other) => one - other);
  return {
    medianDelay: delays[50] ?? Number.NaN,
    mostLooks: Math.max(...watched.map(({ looks }) => looks)),
    longestShare: Math.max(...watched.map(({ share }) => share)),
  };
}

describe.each([
  ["linear", linear],
  ["stepwise", steps],
])("with %s progress", (_name, shape) => {
  test("a backup of a minute is seen within 2 s of its end (the median), in at most 20 looks", () => {
    const { medianDelay, mostLooks } = watchMany(60_000, shape);
    expect(medianDelay).toBeLessThanOrEqual(2_000);
    expect(mostLooks).toBeLessThanOrEqual(20);
  });

  test("a backup of a quarter of an hour is seen within 5 s of its end (the median), in at most 60 looks", () => {
    const { medianDelay, mostLooks } = watchMany(900_000, shape);
    expect(medianDelay).toBeLessThanOrEqual(5_000);
    expect(mostLooks).toBeLessThanOrEqual(60);
  });
});

describe.each([
  ["none", none],
  ["silence", silent],
  ["99 % for half of the time", stuck],
])("without usable progress (%s)", (_name, shape) => {
  test.each([60_000, 300_000, 900_000])(
    "the delay is at most a tenth of the time, in at most 60 looks: %d ms",
    (about) => {
      const { longestShare, mostLooks } = watchMany(about, shape);
      expect(longestShare).toBeLessThanOrEqual(0.1);
      expect(mostLooks).toBeLessThanOrEqual(60);
    },
  );
});

test("where no progress is reported, earlier backups of the instance foretell the end", () => {
  const { medianDelay, mostLooks } = watchMany(900_000, silent, 850_000);
  expect(medianDelay).toBeLessThan(watchMany(900_000, silent).medianDelay);
  expect(mostLooks).toBeLessThanOrEqual(60);
});

test("the usual duration is the middle one of the finished backups", () => {
  const row = (seconds: number, status = "succeed") => ({
    status,
    createdAt: "2026-11-24T10:00:00.000Z",
    finishedAt: new Date(Date.parse("2026-11-24T10:00:00.000Z") + seconds * 1_000).toISOString(),
  });
  expect(usualDuration([row(60), row(5), row(70), row(900, "failed"), { ...row(1), finishedAt: undefined }])).toBe(
    60_000,
  );
  expect(usualDuration([])).toBeUndefined();
});
