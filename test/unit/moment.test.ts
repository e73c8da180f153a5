import { momentOf } from "../../provider/lookups/moment";

test.each([
  ["2026-02-01", Date.UTC(2026, 1, 1)],
  ["2026-02-01T03:00:00", Date.UTC(2026, 1, 1, 3)],
  ["2026-02-01T03:00:00.000Z", Date.UTC(2026, 1, 1, 3)],
  ["2026-02-01T03:00+02:00", Date.UTC(2026, 1, 1, 1)],
  ["1 Feb 2026", undefined],
  ["2026-13-01", undefined],
])("%s is a time in UTC unless it says otherwise, wherever it is read", (text, moment) => {
  const zone = process.env["TZ"];
  process.env["TZ"] = "Asia/Tokyo";
  try {
    expect(momentOf(text)).toBe(moment);
  } finally {
    if (zone === undefined) Reflect.deleteProperty(process.env, "TZ");
    else process.env["TZ"] = zone;
  }
});
