import { queue } from "../../provider/lifecycle/queue";
import { VirtualClock } from "../support/virtual-clock";

function line() {
  const clock = new VirtualClock();
  const stop = new AbortController();
  const waiting = queue();
  const began = clock.now();
  const log: string[] = [];
  const take = (who: string, what = "instance") =>
    waiting.turn(
      { what, who, signal: stop.signal },
      async () => {
        log.push(`${who} begins at ${clock.now() - began}`);
        await clock.sleep(100);
        return who;
      },
      (before) => log.push(`${who} waits behind ${before}`),
    );
  return { clock, stop, log, take };
}

test("one after the other has its turn, and knows who is before it", async () => {
  const { clock, log, take } = line();
  expect(await clock.run(Promise.all([take("a"), take("b"), take("c")]))).toEqual(["a", "b", "c"]);
  expect(log).toEqual(["a begins at 0", "b waits behind a", "c waits behind b", "b begins at 100", "c begins at 200"]);
});

test("lines for different things do not wait for each other, and an empty line lets one in at once", async () => {
  const { clock, log, take } = line();
  await clock.run(Promise.all([take("a"), take("b", "another instance")]));
  await clock.run(take("c"));
  expect(log).toEqual(["a begins at 0", "b begins at 0", "c begins at 100"]);
});

test("whoever still waits at a stop has no turn any more", async () => {
  const { clock, stop, log, take } = line();
  clock.after(50, () => {
    stop.abort();
  });
  expect(await clock.run(Promise.all([take("a"), take("b"), take("c")]))).toEqual(["a", undefined, undefined]);
  expect(log.filter((text) => text.includes("begins"))).toEqual(["a begins at 0"]);
});
