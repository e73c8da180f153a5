const SHORTEST = 500;
const LONGEST = 30_000;

/**
 * Milliseconds until the next look, from how long the backup has run and the progress it reports.
 *
 * With progress, two fifths of the time that seems to be left: sparse in the middle, close at the end. Early progress is a
 * poor prophet, so a pause is never longer than three quarters of the time elapsed. Without progress, a tenth of the time elapsed.
 */
export function pauseUntilNextLook(elapsed: number, progress: number): number {
  const usable = progress > 0 && progress < 100;
  const left = (elapsed * (100 - progress)) / progress;
  const wish = usable ? Math.min(0.4 * left, 0.75 * elapsed) : elapsed / 10;
  // A second more or less matters little to one who has waited a quarter of an hour.
  const shortest = Math.max(SHORTEST, elapsed / 300);
  return Math.min(LONGEST, Math.max(shortest, wish));
}
