/** One measurement of ours, and one of its limit close to it in time; both in the same unit. */
export interface Pair {
  readonly ours: number;
  readonly limit: number;
}

/** Enough for a median that one bad moment of the machine does not move. */
export const PAIRS = 5;

/**
 * Measures several things in turns, so that whatever else the machine does meets all of them; each time another one begins, so
 * that being first is no advantage. Gives what was measured of each, in their order.
 */
export async function inTurns<Kind extends string, T>(
  times: number,
  kinds: readonly Kind[],
  measure: (kind: Kind) => Promise<T>,
): Promise<Record<Kind, T[]>> {
  const measured = new Map<Kind, T[]>(kinds.map((kind) => [kind, []]));
  for (let time = 0; time < times; time++) {
    const first = time % kinds.length;
    for (const kind of [...kinds.slice(first), ...kinds.slice(0, first)]) measured.get(kind)?.push(await measure(kind));
  }
  return Object.fromEntries(measured) as Record<Kind, T[]>; // each kind is in it
}

/** The measurements of one thing, each with that of its limit of the same turn. */
export function pairsOf(ours: readonly number[], limit: readonly number[]): Pair[] {
  return ours.map((each, turn) => ({ ours: each, limit: limit[turn] ?? NaN }));
}
