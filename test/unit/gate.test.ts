import { NoAnswer } from "../../provider/dcs/exchange";
import { gateOf } from "../../provider/dcs/gate";
import { readRefusal } from "../../provider/dcs/refusal";
import type { Attempt } from "../../provider/dcs/retry";
import { VirtualClock } from "../support/virtual-clock";

const { signal } = new AbortController();
const throttled: Attempt = {
  kind: "refused",
  refusal: readRefusal({ status: 429, headers: {}, body: "" }),
  headers: {},
};

test("no more than the allowed number of requests is under way, and all get through", async () => {
  const clock = new VirtualClock();
  const gate = gateOf(clock, 3);
  let underWay = 0;
  let most = 0;
  const request = async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await clock.sleep(100);
    underWay -= 1;
  };
  await clock.run(Promise.all(Array.from({ length: 20 }, () => gate.pass(request, signal))));
  expect(most).toBe(3);
});

test("a throttled answer holds back every caller for as long as its own repeat waits", async () => {
  const clock = new VirtualClock();
  const gate = gateOf(clock, 3);
  const began = clock.now();
  gate.learn(throttled, { repeat: true, pause: 7_000, inLine: false });
  const times = Array.from({ length: 2 }, () => gate.pass(() => Promise.resolve(clock.now() - began), signal));
  expect(await clock.run(Promise.all(times))).toEqual([7_000, 7_000]);
});

test("another failure, or one that is final, holds nobody back", async () => {
  const clock = new VirtualClock();
  const gate = gateOf(clock, 3);
  const began = clock.now();
  gate.learn(throttled, { repeat: false });
  gate.learn(
    { kind: "no-answer", failure: new NoAnswer("cut", "perhaps") },
    { repeat: true, pause: 9_000, inLine: false },
  );
  expect(await clock.run(gate.pass(() => Promise.resolve(clock.now() - began), signal))).toBe(0);
});

test("a request that fails gives its place free", async () => {
  const clock = new VirtualClock();
  const gate = gateOf(clock, 1);
  await expect(gate.pass(() => Promise.reject(new Error("no")), signal)).rejects.toThrow("no");
  expect(await clock.run(gate.pass(() => Promise.resolve("yes"), signal))).toBe("yes");
});
