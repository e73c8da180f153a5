import { DAY, HOUR, MINUTE, SECOND } from "./clock";
import { Mistake } from "./mistake";

const FORM = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?$/;

/** Reads `10m`, `1h30m`, `90s` or `2d` as milliseconds. Throws a sentence when the text is no such duration. */
export function readDuration(text: string): number {
  const match = FORM.exec(text);
  if (match === null || text === "") throw new Mistake(`"${text}" is no duration; give one such as 90s, 10m or 1h30m.`);
  const [, days = "0", hours = "0", minutes = "0", seconds = "0"] = match;
  return Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Math.round(Number(seconds) * SECOND);
}
