/** One measurement of ours, and one of its limit right before or after it; both in the same unit. */
export interface Pair {
  readonly ours: number;
  readonly limit: number;
}

/** Enough for a median that one bad moment of the machine does not move. */
export const PAIRS = 5;

/**
 * Measures in turns, so that whatever else the machine does meets both; every second pair begins with the limit, so that
 * being first is no advantage.
 */
export async function interleave<T>(
  pairs: number,
  ours: (index: number) => Promise<T>,
  limit: (index: number) => Promise<T>,
): Promise<{ ours: T; limit: T }[]> {
  const measured: { ours: T; limit: T }[] = [];
  for (let index = 0; index < pairs; index++) {
    if (index % 2 === 0) measured.push({ ours: await ours(index), limit: await limit(index) });
    else {
      const first = await limit(index);
      measured.push({ ours: await ours(index), limit: first });
    }
  }
  return measured;
}
