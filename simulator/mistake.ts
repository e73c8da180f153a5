/** What the simulator's own user got wrong, in a sentence; over HTTP with this status. */
export class Mistake extends Error {
  override readonly name = "Mistake";
  readonly status: 400 | 404;

  constructor(sentence: string, status: 400 | 404 = 400) {
    super(sentence);
    this.status = status;
  }
}
