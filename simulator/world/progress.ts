import type { Backup } from "./backup";

/** Percent after a part (0 to 1) of the run. How real progress moves is not documented; clients have to bear all of these. */
export function courseOf(course: Backup["course"], part: number): number {
  switch (course) {
    case "linear":
      return part * 100;
    case "steps":
      return Math.floor(part * 4) * 25;
    case "none":
      return 0;
    case "stuck":
      return Math.min(99, part * 2 * 99);
  }
}
