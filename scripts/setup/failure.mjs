/** A step of the set-up that failed: the message says what was tried and what to do instead, so no stack is shown. */
export class SetupFailure extends Error {
  name = "SetupFailure";
}

/**
 * @param {string} sentence what failed and what to do instead
 * @param {string} [output] what the program that failed printed; its last lines are shown
 */
export function failed(sentence, output = "") {
  const last = output.trim().split("\n").slice(-12).join("\n");
  return new SetupFailure(
    last === "" ? sentence : `${sentence}\nIts last lines were:\n\n${last.replaceAll(/^/gm, "  ")}`,
  );
}
