import xterm from "@xterm/headless";

/**
 * Characters that look alike, from a column on.
 * @typedef {{ column: number, text: string, color: number | undefined, bold: boolean, dim: boolean, underline: boolean }} Run
 * @typedef {{ at: number, lines: Run[][] }} Screen
 */

/** What is written within this time is one change of the screen. Milliseconds. */
const AT_ONCE = 80;

/**
 * What a terminal of this size shows after each piece.
 * @param {import("./timing.mjs").Piece[]} pieces @param {{ columns: number, rows: number }} size @returns {Promise<Screen[]>}
 */
export async function screensOf(pieces, { columns, rows }) {
  const terminal = new xterm.Terminal({ cols: columns, rows, scrollback: 0, allowProposedApi: true });
  /** @type {Screen[]} */
  const screens = [];
  for (const [index, { at, bytes }] of pieces.entries()) {
    await new Promise((resolve) => terminal.write(bytes, () => resolve(undefined)));
    const next = pieces[index + 1];
    if (next === undefined || next.at - at > AT_ONCE)
      screens.push({ at, lines: linesOf(terminal.buffer.active, rows) });
  }
  terminal.dispose();
  return screens;
}

/** @param {import("@xterm/headless").IBuffer} buffer @param {number} rows */
function linesOf(buffer, rows) {
  return Array.from({ length: rows }, (_, row) => {
    /** @type {Run[]} */
    const runs = [];
    const line = buffer.getLine(buffer.viewportY + row);
    for (let column = 0; line !== undefined && column < line.length; column += 1) {
      const cell = line.getCell(column);
      if (cell !== undefined && cell.getWidth() > 0) addTo(runs, column, cell);
    }
    return runs.filter(({ text }) => text.trim() !== "").map((run) => ({ ...run, text: run.text.trimEnd() }));
  });
}

/** @param {Run[]} runs @param {number} column @param {import("@xterm/headless").IBufferCell} cell */
function addTo(runs, column, cell) {
  if (!cell.isBgDefault() || cell.isInverse())
    throw new Error(`Column ${column} has a background; drawing.mjs draws none.`);
  if (cell.isFgRGB())
    throw new Error(`Column ${column} has a colour of its own; drawing.mjs draws those of the palette.`);
  const look = {
    color: cell.isFgPalette() ? cell.getFgColor() : undefined,
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    underline: cell.isUnderline() !== 0,
  };
  const text = cell.getChars() || " ";
  const last = runs.at(-1);
  // Each word after a gap is placed by itself, so that columns stay columns in a font of another width.
  const isGap = last !== undefined && text !== " " && last.text.endsWith("  ");
  if (last !== undefined && !isGap && sameLook(last, look)) last.text += text;
  else runs.push({ column, text, ...look });
}

/** @param {Omit<Run, "column" | "text">} one @param {Omit<Run, "column" | "text">} other */
function sameLook(one, other) {
  return (
    one.color === other.color && one.bold === other.bold && one.dim === other.dim && one.underline === other.underline
  );
}
