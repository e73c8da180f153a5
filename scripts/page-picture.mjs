// Makes docs/simulator-page.png and its dark twin: the simulator's page while the real Pulumi replaces a backup.
// One answer is a fault that was asked for, so that it can be seen how one looks.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Interruption } from "./demo/interruption.mjs";
import { makeProject } from "./demo/project.mjs";
import { startSimulator } from "./demo/simulator.mjs";
import { launchChromium } from "./page/chromium.mjs";
import { root } from "./setup/places.mjs";

/** Seconds that a backup takes: the first ones are made quickly, the last slowly enough to be seen. */
const PACES = { first: 2, last: 16 };

const REPLACE = ["up", "--yes", "--skip-preview", "--replace", "**before-release"];

const PICTURES = /** @type {const} */ ([
  ["light", "simulator-page.png"],
  ["dark", "simulator-page-dark.png"],
]);

const browser = await launchChromium();
const simulator = await startSimulator({ pace: PACES.first });
const project = makeProject();
const interruption = new Interruption();
try {
  await project.configure(simulator.card);
  const page = await browser.newPage({ viewport: { width: 1280, height: 598 }, reducedMotion: "reduce" });
  await page.goto(simulator.card.url);
  await project.pulumi(["up", "--yes", "--skip-preview"], interruption);
  await project.pulumi(REPLACE, interruption);
  await tell("PATCH", "options", { pace: PACES.last });
  await tell("POST", "faults", { match: { method: "GET", path: "/backups" }, then: { throttle: { retryAfter: 1 } } });
  const replacement = project.pulumi(REPLACE, interruption);
  await Promise.race([halfWay(page), replacement]);
  for (const [colorScheme, file] of PICTURES) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(root, "docs", file) });
  }
  await replacement;
  await project.pulumi(["destroy", "--yes", "--skip-preview"], interruption);
} finally {
  await browser.close();
  await simulator.stop();
  rmSync(project.folder, { recursive: true, force: true });
}

/** @param {import("playwright-core").Page} page */
async function halfWay(page) {
  const progress = page.locator("progress:visible");
  while ((await progress.evaluate(({ value }) => value)) < 55) await wait(200);
}

/** @param {string} method @param {string} what @param {object} body */
async function tell(method, what, body) {
  const answer = await fetch(`${simulator.card.url}/_simulator/${what}`, { method, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`The simulator did not take ${what} ${JSON.stringify(body)}: ${answer.status}.`);
}
