const { TestEnvironment } = require("jest-environment-node");

/** Skips what is left once a test has failed: the mutant is noticed, and jest itself only stops between files. */
module.exports = class UntilOneFails extends TestEnvironment {
  #failed = false;

  async handleTestEvent({ name, test }) {
    if (name === "test_fn_failure" || name === "hook_failure") this.#failed = true;
    if (name === "test_start" && this.#failed) test.mode = "skip";
  }
};
