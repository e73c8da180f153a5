import type { Page } from "playwright-core";
import { findChromium, launchChromium, NO_CHROMIUM } from "../../scripts/page/chromium.mjs";
import { startSimulator, type RunningSimulator } from "../../simulator/index";
import { signed } from "../contract/simulator/signer";

/** `npm run test:page` sets it: a machine without Chromium fails then, where it would skip. */
const IS_REQUIRED = process.env["DCS_PAGE"] === "1";

/** A simulator with a clock to turn, its page in a Chromium, and a client that signs. */
export interface Scene {
  readonly simulator: RunningSimulator;
  readonly page: Page;
  /** Moves the time on, in seconds. */
  readonly pass: (seconds: number) => void;
  /** Sends a signed request to what lies below the instance `sessions`. */
  readonly call: (method: string, below: string, body?: object) => Promise<Response>;
}

/** Describes what is seen in a headless Chromium; where there is none, the description says that it was skipped and why. */
export function describeInChromium(name: string, tests: (scene: () => Scene) => void): void {
  if (findChromium() === undefined && !IS_REQUIRED) {
    // Of a file that is skipped as a whole jest tells only how many tests it has.
    process.stderr.write(`SKIPPED: ${name}: ${NO_CHROMIUM}.\n`);
    // A browser is a program of the system, which npm cannot install: who has none still runs all other tests.
    describe.skip(`${name} (SKIPPED: ${NO_CHROMIUM})`, () => {
      tests(notThere);
    });
    return;
  }
  describe(name, () => {
    let scene: Scene | undefined;
    let close: () => Promise<void> = () => Promise.resolve();
    let leave: () => Promise<void> = () => Promise.resolve();
    let openPage: () => Promise<Page>;
    beforeAll(async () => {
      const browser = await launchChromium();
      openPage = () => browser.newPage({ reducedMotion: "reduce" });
      leave = () => browser.close();
    });
    afterAll(() => leave());
    beforeEach(async () => {
      const opened = await openScene(await openPage());
      scene = opened;
      close = async () => {
        await opened.page.close();
        await opened.simulator.close();
      };
    });
    afterEach(() => close());
    tests(() => scene ?? notThere());
  });
}

async function openScene(page: Page): Promise<Scene> {
  let now = Date.parse("2026-03-01T12:00:00Z");
  const simulator = await startSimulator({ seed: "test", pace: 100, clock: { now: () => now } });
  const { projectId, instances } = simulator.card;
  const instance = `${simulator.url}/v1.0/${projectId}/instances/${instances[0]?.id ?? ""}`;
  await page.goto(simulator.url);
  await page.getByText("Live", { exact: true }).waitFor();
  return {
    simulator,
    page,
    pass: (seconds) => {
      now += seconds * 1000;
    },
    call: (method, below, given) => {
      const url = `${instance}/${below}`;
      const body = given === undefined ? {} : { body: JSON.stringify(given) };
      return fetch(url, {
        method,
        headers: signed({ method, url, headers: {}, ...body }, simulator.card, now),
        ...body,
      });
    },
  };
}

function notThere(): never {
  throw new Error("There is no page outside of a test.");
}
