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
  expect(usualDuration([row(0), row(0), row(60)])).toBe(60_000);
});

describe("what a look adds to the foresight", () => {
  const before = { earliest: 0, latest: 60_000, progress: 10, lookedAt: 6_000 };

  test.each([
    ["the first progress bounds the end from above", NO_FORESIGHT, 10, 6_000, [0, 60_000]],
    ["more progress narrows the span from both sides", before, 50, 33_000, [12_000, 60_000]],
    [
      "of two spans that only touch, the touching point is left",
      { ...before, lookedAt: 30_000 },
      50,
      40_000,
      [60_000, 60_000],
    ],
    [
      "of two spans apart, the newest counts",
      { ...before, latest: 50_000, lookedAt: 30_000 },
      50,
      40_000,
      [60_000, 80_000],
    ],
  ])("%s", (_name, known, progress, elapsed, [earliest, latest]) => {
    expect(foresee(known, progress, elapsed)).toEqual({ earliest, latest, progress, lookedAt: elapsed });
  });

  test.each([0, 10, 100, -1, Number.NaN])("%d %% after 10 %% tells nothing but that there was a look", (progress) => {
    expect(foresee(before, progress, 9_000)).toEqual({ ...before, lookedAt: 9_000 });
  });
});

describe("the pause until the next look", () => {
  const span = (earliest: number, latest: number) => ({ ...NO_FORESIGHT, earliest, latest });

  test.each([
    ["knowing nothing, at the start: a second and a quarter", 0, NO_FORESIGHT, undefined, 1_250],
    ["knowing nothing, in the first half minute: a third of the time elapsed", 29_970, NO_FORESIGHT, undefined, 9_990],
    ["knowing nothing, from then on: a ninth of it", 30_600, NO_FORESIGHT, undefined, 3_400],
    ["knowing nothing, at the half minute: a ninth already", 30_000, NO_FORESIGHT, undefined, 10_000 / 3],
    ["shortly before the span: most of the time until it", 80_000, span(100_000, 200_000), undefined, 14_000],
    ["long before the span: not much more than what has elapsed", 10_000, span(100_000, 200_000), undefined, 7_500],
    ["a moment before the span: a 300th of what has elapsed", 600_000, span(600_100, 700_000), undefined, 2_000],
    ["where the span begins: a tenth of it", 100_000, span(100_000, 200_000), undefined, 10_000],
    ["in a wide span: a ninth of what has elapsed", 45_000, span(40_000, 200_000), undefined, 5_000],
    ["where the span ends: a second and a half", 200_000, span(100_000, 200_000), undefined, 1_500],
    ["after the span: a quarter of the time since", 240_000, span(100_000, 200_000), undefined, 10_000],
    ["long after the span: a ninth of what has elapsed", 450_000, span(100_000, 200_000), undefined, 50_000],
    ["a usual duration is a span of a tenth around it: before it", 60_000, NO_FORESIGHT, 100_000, 21_000],
    ["a usual duration is a span of a tenth around it: in it", 95_000, NO_FORESIGHT, 100_000, 2_000],
    ["a usual duration is a span of a tenth around it: after it", 130_000, NO_FORESIGHT, 100_000, 5_000],
    ["progress counts more than a usual duration", 80_000, span(100_000, 200_000), 20_000, 14_000],
  ])("%s", (_name, elapsed, foresight, usual, pause) => {
    expect(pauseUntilNextLook(elapsed, foresight, usual)).toBeCloseTo(pause, 6);
  });
});
