import { formatDuration, parseDuration } from "../../provider/lifecycle/durations";
import { formatSize } from "../../provider/lifecycle/sizes";

test.each([
  ["45m", 2_700_000],
  ["1h30m", 5_400_000],
  ["90s", 90_000],
  ["1h0m0s", 3_600_000],
  ["1.5h", 5_400_000],
  ["250ms", 250],
])("%s is %d milliseconds", (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(["", "soon", "5", "m", "-5m", "5 m", "0s", "5d", "1h 30m"])("%j is no duration", (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test.each([
  [400, "0 s"],
  [18_000, "18 s"],
  [60_000, "1 min"],
  [185_000, "3 min 5 s"],
  [3_600_000, "1 h"],
  [3_720_000, "1 h 2 min"],
])("%d milliseconds read %s", (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test.each([
  [0, "0 B"],
  [880_232, "880 kB"],
  [1_234_567, "1.2 MB"],
  [999_999, "1 MB"],
  [5_000_000_000_000_000, "5000 TB"],
])("%d bytes read %s", (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});
