import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DemoFailure } from "../demo/failure.mjs";

/**
 * Runs a command on a pseudo-terminal of a size, and gives what it wrote there and when, as `script` of util-linux keeps it.
 * @param {string[]} command
 * @param {{ columns: number, rows: number }} size
 */
export function record(command, { columns, rows }) {
  const folder = mkdtempSync(join(tmpdir(), "picture-"));
  const [output, timing] = [join(folder, "output"), join(folder, "timing")];
  try {
    const line = `stty cols ${columns} rows ${rows}; exec ${command.map((word) => `'${word}'`).join(" ")}`;
    const flags = ["--quiet", "--return", "--log-timing", timing, "--log-out", output, "--command", line];
    const { status, error, stdout } = spawnSync("script", flags, {
      encoding: "utf8",
      env: { ...process.env, TERM: "xterm-256color", SHELL: "/bin/sh" },
    });
    if (error)
      throw new DemoFailure(`The session is recorded by \`script\` of util-linux (on Linux): ${error.message}.`);
    if (status !== 0) throw new DemoFailure(`The session failed, so there is no picture:\n${stdout}`);
    return { output: readFileSync(output), timing: readFileSync(timing, "utf8") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
