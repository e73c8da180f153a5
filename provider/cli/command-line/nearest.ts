/** Of some names the one that was probably meant by another: at most two letters off, a third of a short one. */
export function nearest(meant: string, names: readonly string[]): string | undefined {
  const far = (name: string) => distance(meant.toLowerCase(), name);
  const [best] = [...names].sort((one, other) => far(one) - far(other));
  return best !== undefined && far(best) <= Math.min(2, Math.ceil(best.length / 3)) ? best : undefined;
}

/** How many letters must be put in, taken out, replaced, or swapped with their neighbour (optimal string alignment). */
function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= from.length; row += 1) {
    rows.push([row]);
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const choices = [at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (isSame ? 0 : 1)];
      if (isSwapped) choices.push(at(row - 2, column - 2) + 1);
      rows[row]?.push(Math.min(...choices));
    }
  }
  return at(from.length, to.length);
}
