let quiet = false;

/** From now on `say` is silent; failures are still printed. */
export function beQuiet() {
  quiet = true;
}

/** Prints one line of progress. @param {string} line */
export function say(line) {
  if (!quiet) console.log(line);
}

/**
 * Does a long step, saying each minute that it is still at it, so that nobody takes it for dead.
 * @template T
 * @param {string} what the step, as it reads after "still"
 * @param {() => Promise<T>} step
 * @returns {Promise<T>}
 */
export async function sayingEachMinute(what, step) {
  const begun = Date.now();
  const timer = setInterval(() => say(`  … still ${what}, ${Math.round((Date.now() - begun) / 60_000)} min`), 60_000);
  try {
    return await step();
  } finally {
    clearInterval(timer);
  }
}
