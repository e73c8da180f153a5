import { DemoFailure } from "./failure.mjs";

/** Ctrl-C, SIGTERM or a hang-up: the demo goes on until its children have ended, and then cleans up. */
export class Interruption {
  /** What the demo ends with when it was interrupted. @type {number | undefined} */
  exitCode;
  /** @type {import("node:child_process").ChildProcess | undefined} */
  #child;

  constructor() {
    for (const [signal, code] of /** @type {const} */ ([
      ["SIGINT", 130],
      ["SIGTERM", 143],
      ["SIGHUP", 129],
    ])) {
      process.on(signal, () => {
        this.exitCode ??= code;
        // A terminal sends Ctrl-C to Pulumi as well, where a second one means "leave everything as it is".
        if (signal !== "SIGINT") this.#child?.kill("SIGINT");
      });
    }
  }

  /** Tells which child to pass a signal on to. @param {import("node:child_process").ChildProcess} child */
  passTo(child) {
    this.#child = child;
    child.once("exit", () => (this.#child = undefined));
  }

  throwIfAsked() {
    if (this.exitCode !== undefined) throw new DemoFailure("It was interrupted; what it had made is removed.");
  }
}
