// Plays histories in a process of its own, and tells how it ended.
import { spawn } from "node:child_process";
import { join } from "node:path";

/** `what`: runs, seed, perhaps path and shrink. Gives the failure's text; nothing where all passed. */
export function playIn(compiled, what) {
  const worker = join(compiled, "test/histories/worker.js");
  const child = spawn(process.execPath, [worker, JSON.stringify(what)], { stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (text += part));
  return new Promise((resolve) => {
    child.once("close", (code) => resolve(code === 0 ? undefined : text));
  });
}
