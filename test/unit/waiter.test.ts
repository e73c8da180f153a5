import { unlessStopped, waitUntil } from "../../provider/waiter";
import { VirtualClock } from "../support/virtual-clock";

const setting = (budget: number) => {
  const clock = new VirtualClock();
  const stop = new AbortController();
  return { clock, stop, patience: { clock, deadline: clock.now() + budget, signal: stop.signal } };
};

test("it looks until it is over, with the pauses that the looks ask for", async () => {
  const { clock, patience } = setting(60_000);
  const began = clock.now();
  const looks: number[] = [];
  const ending = waitUntil(() => {
    looks.push(clock.now() - began);
    return Promise.resolve(
      looks.length === 4 ? { over: true, value: "yes" } : { over: false, pause: looks.length * 1_000 },
    );
  }, patience);
  expect(await clock.run(ending)).toEqual({ ended: "found", value: "yes" });
  expect(looks).toEqual([0, 1_000, 3_000, 6_000]);
});

test("the last pause is cut short, so that one more look happens at the deadline", async () => {
  const { clock, patience } = setting(10_000);
  const began = clock.now();
  const looks: number[] = [];
  const ending = waitUntil(() => {
    looks.push(clock.now() - began);
    return Promise.resolve({ over: false, pause: 7_000 });
  }, patience);
  expect(await clock.run(ending)).toEqual({ ended: "deadline" });
  expect(looks).toEqual([0, 7_000, 10_000]);
});

test("a stop ends the pause at once, without another look", async () => {
  const { clock, stop, patience } = setting(60_000);
  const began = clock.now();
  let looks = 0;
  clock.after(1_500, () => {
    stop.abort();
  });
  const ending = waitUntil(() => {
    looks += 1;
    return Promise.resolve({ over: false, pause: 30_000 });
  }, patience);
  expect(await clock.run(ending)).toEqual({ ended: "interrupted" });
  expect([clock.now() - began, looks]).toEqual([1_500, 1]);
});

test("what a look throws ends the wait", async () => {
  const { clock, patience } = setting(60_000);
  const ending = waitUntil(() => Promise.reject(new Error("the look failed")), patience);
  await expect(clock.run(ending)).rejects.toThrow("the look failed");
});

test("whoever comes after a stop does not wait at all", async () => {
  expect(await unlessStopped(new Promise(() => undefined), AbortSignal.abort())).toBeUndefined();
});
