/**
 * One line of the screen as long as it stays the same. `to` is undefined for what stays to the end.
 * @typedef {{ row: number, runs: import("./screens.mjs").Run[], from: number, to: number | undefined }} Span
 */

/** The lines of all screens; one that does not change is there once. @param {import("./screens.mjs").Screen[]} screens @returns {Span[]} */
export function spansOf(screens) {
  const rows = Math.max(0, ...screens.map(({ lines }) => lines.length));
  return Array.from({ length: rows }, (_, row) => spansOfRow(screens, row)).flat();
}

/** @param {import("./screens.mjs").Screen[]} screens @param {number} row */
function spansOfRow(screens, row) {
  /** @type {Span[]} */
  const spans = [];
  let before = "[]";
  for (const { at, lines } of screens) {
    const runs = lines[row] ?? [];
    const now = JSON.stringify(runs);
    if (now === before) continue;
    const last = spans.at(-1);
    if (last !== undefined && last.to === undefined) last.to = at;
    if (runs.length > 0) spans.push({ row, runs, from: at, to: undefined });
    before = now;
  }
  return spans;
}
