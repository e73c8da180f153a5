import type { Tried } from "./tried";

const CASE: Tried = {
  operation: "create",
  request: 1,
  stage: "before its receipt",
  cut: "SIGINT once",
  method: "POST",
  began: Date.parse("2026-03-01T10:00:00Z"),
  ended: Date.parse("2026-03-01T10:01:00Z"),
  failure: null,
  unknown: 0,
  locked: false,
  deleted: { cutOff: 0, named: 0 },
};

async function pageOf(...tried: readonly Tried[]): Promise<string> {
  const { interruptionPage } = await import("../../scripts/interruption/page.mjs");
  const page = await interruptionPage(tried.map((each) => `${JSON.stringify(each)}\n`).join(""));
  return page.replace(/ +/g, " ");
}

test("the page counts what passed by operation and cut, and names the requests", async () => {
  const other: Tried = { ...CASE, request: 2, method: "GET", cut: "SIGTERM", failure: "lost" };
  const page = await pageOf(CASE, other);
  expect(page).toContain("| Passed | 1 of 2 |");
  expect(page).toContain("| | SIGINT once | SIGTERM |");
  expect(page).toContain("| create (POST, GET) | 1 of 1 | 0 of 1 |");
  expect(page).toContain("| Date | 2026-03-01 |");
});

test("the last word on a case counts, and the page says that it was tried again", async () => {
  const page = await pageOf({ ...CASE, failure: "busy" }, CASE);
  expect(page).toContain("| Passed | 1 of 1 |");
  expect(page).toContain("| Tried again after a failure | 1 |");
});

test("time counts once where cases ran side by side", async () => {
  const beside: Tried = { ...CASE, cut: "SIGTERM" };
  const page = await pageOf(CASE, beside);
  expect(page).toContain("| Time | 1 minutes |");
  expect(page).toContain("at most 2 cases at a time");
});

test("the page tells what a cut alone had left", async () => {
  const left: Tried = { ...CASE, cut: "kill -9 of both", unknown: 1, locked: true, deleted: { cutOff: 1, named: 0 } };
  const page = await pageOf(CASE, left);
  expect(page).toContain("| a backup whose ID the state did not know | 0 | 1 |");
  expect(page).toContain("| a lock that `pulumi cancel` had to remove | 0 | 1 |");
});

test("the page of a record that is not whole says what was not tried yet", async () => {
  expect(await pageOf(CASE)).toContain("| Not tried yet | part of create, update, delete, replacement, adopt |");
});
