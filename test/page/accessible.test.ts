import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describeInChromium, type Scene } from "./in-chromium";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Violations of WCAG 2.2 AA and of axe's good practice, as texts. */
async function violations(page: Page): Promise<unknown> {
  await page.evaluate(AXE);
  return page.evaluate(`axe.run().then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => [id, html, failureSummary])))`);
}

/** A backup that runs, others that have ended in each way, a restore, and requests of each tone. */
async function fill({ simulator, page, pass, call }: Scene): Promise<void> {
  simulator.addInstance({ name: "past", backups: [{ remark: "good" }, { failure: "dcs.08.0002" }, { remark: "old" }] });
  const [, , old] = simulator.world().instances.at(-1)?.backups ?? [];
  simulator.changeBackup(old?.id ?? "", { delete: "drop" });
  await call("POST", "backups", { remark: "before release 1.4" });
  await call("POST", "backups", {});
  simulator.fault({ match: { method: "GET" }, then: { answer: { status: 503 } } });
  await call("GET", "backups");
  await call("GET", "backups");
  await call("GET", "backups");
  pass(52.5);
  await page.getByText("50 %").waitFor();
  await page.getByRole("row").nth(4).waitFor();
}

describeInChromium("the simulator's page, for everybody", (scene) => {
  test.each(["light", "dark"] as const)("has no violation that axe finds: %s, at work", async (colorScheme) => {
    const { page } = scene();
    await page.emulateMedia({ colorScheme });
    await fill(scene());
    expect(await violations(page)).toEqual([]);
  });

  test.each(["light", "dark"] as const)("has no violation that axe finds: %s, empty or lost", async (colorScheme) => {
    const { page, simulator } = scene();
    await page.emulateMedia({ colorScheme });
    await page.getByRole("heading", { name: "Nothing has asked yet" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await simulator.close();
    await page.getByText("The simulator does not answer.").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("is light or dark as the reader's system is", async () => {
    const { page } = scene();
    const paper = () => page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    await page.emulateMedia({ colorScheme: "light" });
    const light = await paper();
    await page.emulateMedia({ colorScheme: "dark" });
    expect([light, await paper()]).toEqual(["rgb(246, 244, 239)", "rgb(19, 23, 25)"]);
  });

  test.each([
    ["320 pixels wide", { width: 320, height: 640 }],
    ["at 200 % of a screen of 1280", { width: 640, height: 400 }],
    ["on a wide screen", { width: 1920, height: 1080 }],
  ])("needs no scrolling sideways and keeps its table, %s", async (_, size) => {
    const { page } = scene();
    await page.setViewportSize(size);
    await fill(scene());
    await page.getByLabel("Whole identifiers").check();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(size.width);
    expect(await page.getByRole("table").getByRole("row").first().getByRole("cell").count()).toBe(0);
    expect(await page.getByRole("row").nth(1).getByRole("cell").count()).toBe(5);
    expect(await violations(page)).toEqual([]);
  });

  test("is reached by keyboard, all of it, with the focus to be seen", async () => {
    const { page, simulator } = scene();
    await fill(scene());
    await simulator.close();
    await page.getByRole("button", { name: "Try now" }).waitFor();
    const focusable = await page.locator("a, button, input").allInnerTexts();
    const reached: string[] = [];
    while (reached.length < focusable.length) {
      await page.keyboard.press("Tab");
      reached.push(await page.locator(":focus").innerText());
      const outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
      expect(outline).toBe("solid");
    }
    expect(reached).toEqual(focusable);
    expect(focusable).toEqual(["To the requests", "Try now", "as JSON", "", "as JSON"]);
  });

  test("lets the keyboard skip to the requests and use the box", async () => {
    const { page } = scene();
    await fill(scene());
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("requests");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    expect(await page.getByLabel("Whole identifiers").isChecked()).toBe(true);
  });

  test("has the landmarks and headings to find one's way by", async () => {
    const { page } = scene();
    await fill(scene());
    for (const role of ["banner", "main"] as const) expect(await page.getByRole(role).count()).toBe(1);
    for (const name of ["Instances", "Requests"]) expect(await page.getByRole("region", { name }).count()).toBe(1);
    expect(await page.getByRole("heading", { level: 1 }).allInnerTexts()).toEqual(["DCS simulator"]);
    expect(await page.getByRole("heading", { level: 3 }).first().innerText()).toBe("sessions");
  });

  test("tells a listener beginnings and ends, and no percents or requests", async () => {
    const { page, pass, call } = scene();
    await page.evaluate(`globalThis.said = [];
      new MutationObserver(() => said.push(document.getElementById("announcement").textContent))
        .observe(document.getElementById("announcement"), { childList: true })`);
    await call("POST", "backups", {});
    for (const percent of [20, 40, 60, 80]) {
      pass(20);
      await call("GET", "backups");
      await page.locator(`progress[value="${Math.floor(((percent - 5) / 95) * 100)}"]`).waitFor();
    }
    pass(20);
    await page.getByText("A backup of sessions has succeeded.").waitFor();
    expect(await page.evaluate("said.filter((words) => words !== '')")).toEqual([
      "A backup of sessions has begun.",
      "A backup of sessions has succeeded.",
    ]);
  });

  test("moves nothing for who asked for less motion", async () => {
    const { page } = scene();
    await fill(scene());
    const moves = () => page.evaluate(`getComputedStyle(document.querySelector("tr.new td")).animationName`);
    expect(await moves()).toBe("none");
    await page.emulateMedia({ reducedMotion: "no-preference" });
    expect(await moves()).toBe("arrive");
  });
});
