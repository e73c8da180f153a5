import { NoAnswer } from "../../provider/dcs/exchange";
import { gateOf } from "../../provider/dcs/gate";
import { readRefusal } from "../../provider/dcs/refusal";
import type { Attempt } from "../../provider/dcs/retry";
import { seededDice } from "../support/dice";
import { VirtualClock } from "../support/virtual-clock";

const patience = { deadline: Number.POSITIVE_INFINITY, signal: new AbortController().signal };
const throttled: Attempt = {
  kind: "refused",
  refusal: readRefusal({ status: 429, headers: {}, body: "" }),
  headers: {},
};

test("no more than the allowed number of requests is under way, and all get through", async () => {
  const clock = new VirtualClock();
  const gate = gateOf(clock, () => 0, 3);
  let underWay = 0;
  let most = 0;
  const request = async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await clock.sleep(100);
    underWay -= 1;
  };
  await clock.run(Promise.all(Array.from({ length: 20 }, () => gate.pass(request, patience))));
  expect(most).toBe(3);
});

test("a throttled answer holds back every caller for as long as its own repeat waits", async () => {
  const clock = new VirtualClock();
  const gate = gateOf(clock, () => 0, 3);
  const began = clock.now();
  gate.learn(throttled, { repeat: true, pause: 7_000, inLine: false });
  const times = Array.from({ length: 2 }, () => gate.pass(() => Promise.resolve(clock.now() - began), patience));
  expect(await clock.run(Promise.all(times))).toEqual([7_000, 7_000]);
});

test("another failure, or one that is final, holds nobody back", async () => {
  const clock = new VirtualClock();
  const gate = gateOf(clock, () => 0, 3);
  const began = clock.now();
  gate.learn(throttled, { repeat: false });
  gate.learn(
    { kind: "no-answer", failure: new NoAnswer("cut", "perhaps") },
    { repeat: true, pause: 9_000, inLine: false },
  );
  expect(await clock.run(gate.pass(() => Promise.resolve(clock.now() - began), patience))).toBe(0);
});

test("a request that fails gives its place free", async () => {
  const clock = new VirtualClock();
  const gate = gateOf(clock, () => 0, 1);
  await expect(gate.pass(() => Promise.reject(new Error("no")), patience)).rejects.toThrow("no");
  expect(await clock.run(gate.pass(() => Promise.resolve("yes"), patience))).toBe("yes");
});

test("a request whose deadline comes before the end of the throttling is let through then", async () => {
  const clock = new VirtualClock();
  const gate = gateOf(clock, () => 0.5, 3);
  const began = clock.now();
  gate.learn(throttled, { repeat: true, pause: 1_800_000, inLine: false });
  const last = gate.pass(() => Promise.resolve(clock.now() - began), { ...patience, deadline: began + 20_000 });
  expect(await clock.run(last)).toBe(20_000);
});

test("those held back do not go on all at the same moment", async () => {
  const clock = new VirtualClock();
  const gate = gateOf(clock, seededDice(), 10);
  gate.learn(throttled, { repeat: true, pause: 7_000, inLine: false });
  const times = Array.from({ length: 5 }, () => gate.pass(() => Promise.resolve(clock.now()), patience));
  expect(new Set(await clock.run(Promise.all(times))).size).toBeGreaterThan(3);
});

test("throttling holds back also those who stood in line before it began", async () => {
  const clock = new VirtualClock();
  const gate = gateOf(clock, () => 0, 2);
  const began = clock.now();
  const times: number[] = [];
  const request = async () => {
    times.push(clock.now() - began);
    if (times.length === 1) gate.learn(throttled, { repeat: true, pause: 60_000, inLine: false });
    await clock.sleep(10);
  };
  await clock.run(Promise.all(Array.from({ length: 10 }, () => gate.pass(request, patience))));
  expect(times).toHaveLength(10);
  expect(times[0]).toBe(0);
  expect(Math.min(...times.slice(1))).toBeGreaterThanOrEqual(60_000);
});

test("a stop lets those in line say at once that they were stopped, and awaits who is under way", async () => {
  const clock = new VirtualClock();
  const stop = new AbortController();
  const gate = gateOf(clock, () => 0, 1);
  const pass = (name: string) =>
    gate.pass(
      async () => {
        if (stop.signal.aborted) return `${name} stopped at ${clock.now() - began}`;
        await clock.sleep(90_000);
        return `${name} done at ${clock.now() - began}`;
      },
      { deadline: Number.POSITIVE_INFINITY, signal: stop.signal },
    );
  const began = clock.now();
  clock.after(1_000, () => {
    stop.abort();
  });
  expect(await clock.run(Promise.all([pass("a"), pass("b")]))).toEqual(["a done at 90000", "b stopped at 1000"]);
});
