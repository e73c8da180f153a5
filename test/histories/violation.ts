/** Something that must never happen has happened: a bug in the lifecycle, or in this model of the engine. */
export class Violation extends Error {
  override readonly name = "Violation";
}

export function mustHold(isSo: boolean, sentence: string): asserts isSo {
  if (!isSo) throw new Violation(sentence);
}
