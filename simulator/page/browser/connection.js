/** What is done with the content of an event, by its kind. @typedef {Record<string, (content: any) => void>} Hearing */

/** Milliseconds without a word after which the connection counts as lost; the simulator says one every 15 s. */
const SILENCE = 40_000;

/** Milliseconds between two attempts. */
const PATIENCE = 2_000;

/**
 * Listens to the simulator, and goes on trying when it is lost.
 *
 * @param {string} address
 * @param {Hearing} hear
 * @param {(isThere: boolean) => void} tell whether the simulator answers
 * @returns {() => void} tries at once
 */
export function listen(address, hear, tell) {
  /** @type {EventSource | undefined} */
  let source;
  /** @type {number | undefined} */
  let timer;

  const after = (/** @type {number} */ ms, /** @type {() => void} */ what) => {
    clearTimeout(timer);
    timer = window.setTimeout(what, ms);
  };
  const lose = () => {
    source?.close();
    tell(false);
    after(PATIENCE, open);
  };
  /** @type {Hearing} */
  const hearAll = { ...hear, beat: () => undefined };
  const open = () => {
    source?.close();
    source = new EventSource(address);
    source.onerror = lose;
    for (const [event, take] of Object.entries(hearAll)) {
      source.addEventListener(event, ({ data }) => {
        after(SILENCE, lose);
        tell(true);
        if (data !== "") take(JSON.parse(data));
      });
    }
    after(SILENCE, lose);
  };
  open();
  return open;
}
