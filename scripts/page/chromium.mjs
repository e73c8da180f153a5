import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** What to do where there is none. */
export const NO_CHROMIUM =
  "there is no Chromium on this machine; install one (Debian: apt-get install chromium), or name its program in CHROMIUM";

/** The program named in CHROMIUM, or the first Chromium on PATH; undefined where there is none. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== "") return named;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((program) => existsSync(program));
}

/** A headless one. Rejects with a sentence where there is none. */
export async function launchChromium() {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(`The page cannot be opened: ${NO_CHROMIUM}.`);
  // Root may not use Chromium's sandbox; what is opened is our own page, on this machine.
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
}
