/**
 * The oldest Pulumi CLI that is taken from PATH. Two things need a recent one: the host of dynamic resources gets the stack's
 * configuration, and `destroy --run-program` exists (3.181). 3.200.0 is the oldest that the demo and test/engine passed with.
 */
export const oldestCli = {
  version: "3.200.0",
  because: "nothing older has passed the engine tests of this repository",
};

/** The vendor's release that the npm package `pulumi` downloads. */
export const npmCli = { version: "3.265.0" };

/** What is built from Go modules; tools/ pins the same versions, with the hashes of all they need. */
export const goCli = { version: "3.259.0", languageHost: "3.68.0", go: "1.25.11" };

/** Whether a version such as 3.259.0 is at least another. @param {string} version @param {string} least */
export function isAtLeast(version, least) {
  const [have, need] = [version, least].map((text) => text.split(/[.+-]/).slice(0, 3).map(Number));
  for (const [place, number] of need.entries()) {
    const own = have[place] ?? 0;
    if (own !== number) return own > number;
  }
  return true;
}
