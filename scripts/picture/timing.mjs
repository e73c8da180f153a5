/** What was written at a time. @typedef {{ at: number, bytes: Uint8Array }} Piece `at` is in milliseconds */

/**
 * The pieces of a recording: its output begins with a line of `script` itself, and each line of its timing is a delay in
 * seconds and a number of bytes.
 * @param {Uint8Array} output @param {string} timing @returns {Piece[]}
 */
export function piecesOf(output, timing) {
  let from = output.indexOf(0x0a) + 1;
  let at = 0;
  return timing
    .trim()
    .split("\n")
    .map((line) => {
      const [delay, length] = line.split(" ").map(Number);
      at += delay * 1000;
      from += length;
      return { at, bytes: output.subarray(from - length, from) };
    });
}

/**
 * The same with no pause longer than `longest`, and none before the first piece; all others stay as they were.
 * @param {Piece[]} pieces @param {number} longest milliseconds @returns {Piece[]}
 */
export function shortened(pieces, longest) {
  let now = 0;
  return pieces.map(({ at, bytes }, index) => {
    now += index === 0 ? 0 : Math.min(at - pieces[index - 1].at, longest);
    return { at: now, bytes };
  });
}
