import type { Refusal } from "../../provider/dcs/refusal";
import { bearing } from "../../provider/identity/bearing";
import { Verdict } from "../../provider/identity/verdict";

const REFUSAL: Refusal = { status: 401, meaning: "token", fromDcs: false };

/** Whether some work is over by now, after everything that needs no time has run. */
async function isOver(work: Promise<unknown>): Promise<boolean> {
  let over = false;
  const end = () => (over = true);
  work.then(end, end);
  await new Promise((resolve) => setImmediate(resolve));
  return over;
}

test("the first request goes alone, and the others follow when it was accepted", async () => {
  const verdict = new Verdict();
  const first = await verdict.enter();
  const [second, third] = [verdict.enter(), verdict.enter()];
  expect([await isOver(second), await isOver(third)]).toEqual([false, false]);
  first.accept();
  expect([await isOver(second), await isOver(third), verdict.isAccepted]).toEqual([true, true, true]);
  expect(await isOver(verdict.enter())).toBe(true);
});

test("a refusal is the answer to all who wait, and to all who come later", async () => {
  const verdict = new Verdict();
  const first = await verdict.enter();
  const second = verdict.enter();
  first.refuse(REFUSAL, "the keys");
  const known = { name: "KnownRefusal", refusal: REFUSAL, identity: "the keys" };
  await expect(second).rejects.toMatchObject(known);
  await expect(verdict.enter()).rejects.toMatchObject(known);
});

test("where the first was told nothing, one of those who wait is the next to try", async () => {
  const verdict = new Verdict();
  const first = await verdict.enter();
  const [second, third] = [verdict.enter(), verdict.enter()];
  first.leave();
  expect([await isOver(second), await isOver(third)]).toEqual([true, false]);
  (await second).accept();
  expect(await isOver(third)).toBe(true);
});

test("where the first had no answer at all, those who wait share that, and whoever comes later tries again", async () => {
  const verdict = new Verdict();
  const first = await verdict.enter();
  const second = verdict.enter();
  first.leave("no answer in time (response)");
  await expect(second).rejects.toMatchObject({ message: "no answer in time (response)", arrived: "no" });
  expect(await isOver(verdict.enter())).toBe(true);
});

test("after a verdict was reopened, an older request's acceptance does not end the new trial", async () => {
  const verdict = new Verdict();
  (await verdict.enter()).accept();
  const [older, refused] = [await verdict.enter(), await verdict.enter()];
  refused.reopen();
  const trial = await verdict.enter();
  const waiting = verdict.enter();
  older.accept();
  expect(await isOver(waiting)).toBe(false);
  trial.accept();
  expect(await isOver(waiting)).toBe(true);
});

test("one who cannot even bear the credentials leaves the trial to the next", async () => {
  const broken = () => {
    throw new Error("no such path");
  };
  const authorizer = bearing(
    { bear: broken, learn: () => false, renewable: false, renew: () => undefined },
    new Verdict(),
    "the keys",
  );
  const request = { method: "GET", url: "https://dcs.test/", headers: {} } as const;
  await expect(authorizer.authorize(request)).rejects.toThrow("no such path");
  expect(await isOver(authorizer.authorize(request))).toBe(true);
});

test("a request is signed again once for what its refusal taught, even where the next one teaches something else", async () => {
  const authorizer = bearing(
    { bear: (each) => Promise.resolve(each), learn: () => true, renewable: false, renew: () => undefined },
    new Verdict(),
    "the keys",
  );
  const request = { method: "GET", url: "https://dcs.test/", headers: {} } as const;
  const refused = { credentials: "refused", refusal: REFUSAL, headers: {} } as const;
  expect((await authorizer.authorize(request)).judge(refused)).toBe(true);
  expect((await authorizer.authorize(request)).judge(refused)).toBe(false);
});
