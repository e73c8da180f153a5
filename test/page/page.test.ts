import { describeInChromium } from "./in-chromium";
import { startSimulator } from "../../simulator/index";

describeInChromium("the simulator's page", (scene) => {
  test("says at first what to do next", async () => {
    const { page, simulator } = scene();
    await page.getByRole("heading", { name: "Nothing has asked yet" }).waitFor();
    expect(await page.locator("#empty").innerText()).toContain("npm run --silent pulumi -- up");
    expect(await page.locator("#empty").innerText()).toContain(`${simulator.url}/v3`);
    expect(await page.getByRole("listitem").filter({ hasText: "sessions" }).innerText()).toContain("No backups.");
    expect(await page.getByRole("table").count()).toBe(0);
  });

  test("shows a backup's progress under its instance as the clock moves, and its end", async () => {
    const { page, pass, call } = scene();
    await call("POST", "backups", { remark: "before release 1.4" });
    const backup = page.getByRole("article", { name: "sessions" }).getByRole("listitem");
    await backup.getByText("queued").waitFor();
    expect(await backup.innerText()).toContain("before release 1.4");
    pass(52.5);
    await backup.getByText("50 %").waitFor();
    const progress = backup.getByRole("progressbar", { name: /^Progress of backup backup_2026/ });
    expect(await progress.getAttribute("value")).toBe("50");
    expect(await page.locator("[aria-live=polite]").innerText()).toBe("A backup of sessions has begun.");
    pass(60);
    await backup.getByText("succeeded").waitFor();
    expect(await progress.count()).toBe(0);
    await page.getByText("A backup of sessions has succeeded.").waitFor();
  });

  test("shows a restore's progress under the instance that is overwritten", async () => {
    const { page, simulator, pass, call } = scene();
    simulator.change({ pace: 0, restorePace: 100 });
    await call("POST", "backups", {});
    const id = simulator.world().instances[0]?.backups[0]?.id ?? "";
    await call("POST", "restores", { backup_id: id });
    const instance = page.getByRole("article", { name: "sessions" });
    await instance.getByText("RESTORING").waitFor();
    pass(52.5);
    await instance.getByText("50 %").waitFor();
    expect(await instance.getByRole("progressbar", { name: "Progress of restore Restore" }).count()).toBe(1);
  });

  test("writes a row for each request, newest first, and says what it means", async () => {
    const { page, call } = scene();
    await call("POST", "backups", {});
    await call("POST", "backups", {});
    const rows = page.getByRole("row");
    await rows.nth(2).waitFor();
    expect(await page.getByRole("columnheader").allInnerTexts()).toEqual([
      "Time UTC",
      "Method",
      "Path",
      "Status",
      "Meaning",
    ]);
    const [time, method, path, status, meaning] = await rows.nth(1).getByRole("cell").allInnerTexts();
    expect([time, method, status]).toEqual(["12:00:00", "POST", "400"]);
    expect(path).toBe("/v1.0/1f3c6a9e/instances/5560df16/backups");
    expect(meaning).toContain("refused: the instance is backuping (111400096)");
    expect(await rows.nth(2).innerText()).toContain("accepted");
  });

  test("gives requests that are repeated one row, with their number", async () => {
    const { page, call } = scene();
    for (let count = 0; count < 3; count++) await call("GET", "backups");
    await page.getByText("answered, 3 times since 12:00:00").waitFor();
    expect(await page.getByRole("row").count()).toBe(2);
    await call("POST", "backups", {});
    await call("GET", "backups");
    await page.getByRole("row").nth(3).waitFor();
    expect(await page.getByRole("row").nth(1).innerText()).not.toContain("times");
  });

  test("shows whole identifiers when asked", async () => {
    const { page, call } = scene();
    await call("GET", "backups");
    await page.getByLabel("Whole identifiers").check();
    await page.getByText("5560df16-cebf-4473-95c4-d1b573c16e79").nth(1).waitFor();
    expect(await page.getByRole("cell").nth(2).innerText()).toContain("/1f3c6a9e5d7b4820a6c4e2f0b8d61357/");
  });

  test("shows what others wrote as text, never as HTML", async () => {
    const { page, simulator, call } = scene();
    const evil = "<img src=x onerror='isHacked=true'><b>bold</b>";
    await call("POST", "backups", { remark: evil });
    simulator.addInstance({ name: "<i>name</i>", backups: [] });
    await fetch(`${simulator.url}/v2/<s>/nothing?limit=${encodeURIComponent(evil)}`);
    await page.getByText(evil, { exact: true }).waitFor();
    await page.getByRole("heading", { name: "<i>name</i>" }).waitFor();
    expect(await page.locator("main :is(img, b, i, s)").count()).toBe(0);
    expect(await page.evaluate("'isHacked' in globalThis")).toBe(false);
  });

  test("says when the connection is lost, and goes on when the simulator is there again", async () => {
    const { page, simulator, call } = scene();
    await call("POST", "backups", {});
    await page.getByRole("row").nth(1).waitFor();
    await simulator.close();
    await page.getByText("The simulator does not answer.").waitFor();
    expect(await page.getByText("Connection lost", { exact: true }).isVisible()).toBe(true);
    const again = await startSimulator({ port: Number(new URL(simulator.url).port) });
    try {
      await page.getByText("Live", { exact: true }).waitFor();
      expect(await page.getByText("The simulator does not answer.").isVisible()).toBe(false);
      await page.getByRole("heading", { name: "Nothing has asked yet" }).waitFor();
    } finally {
      await again.close();
    }
  });

  test("tries again at once when it is asked to", async () => {
    const { page, simulator } = scene();
    await page.evaluate("window.setTimeout = () => 0");
    await simulator.close();
    const button = page.getByRole("button", { name: "Try now" });
    await button.waitFor();
    const again = await startSimulator({ port: Number(new URL(simulator.url).port) });
    try {
      await button.click();
      await page.getByText("Live", { exact: true }).waitFor();
    } finally {
      await again.close();
    }
  });

  test("breaks no rule of its own policy, and asks for nothing that is not there", async () => {
    const { page, call } = scene();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("response", (answer) => {
      if (answer.status() >= 400) complaints.push(answer.url());
    });
    await page.reload();
    await call("POST", "backups", {});
    await page.getByRole("row").nth(1).waitFor();
    expect(complaints).toEqual([]);
  });
});
